using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Labels;
using RegCls.Data.Video;
using RegCls.Training;

namespace RegCls.Tables.Running;

/// <summary>A split with inputs and target standardised by the mean and standard deviation of its training rows alone.</summary>
internal sealed class PreparedSplit
{
    // Ranges of equal width over the training targets in which a target is frequent or rare.
    private const int ShotBins = 50;

    private readonly OwnData data;
    private readonly Shot[] shots;

    public PreparedSplit(OwnData data, OwnSplit split)
    {
        this.data = data;
        Split = split;
        Table = FeatureTable.Of(Standardised(data, split.Train), data.Width);
        double[] train = [.. split.Train.Select(row => data.Targets[row])];
        try
        {
            Scale = Standardisation.Of(train);
        }
        catch (ArgumentException)
        {
            throw new InvalidDataException($"{data.Source}: the target is {train[0]} in all training rows of a split: there is too little variation to train on.");
        }

        Shots = ClassRanges.FromTargets(train, Math.Min(ShotBins, train.Length));
        int[] counts = Shots.Histogram(Shots.Labels(train));
        double mean = (double)train.Length / counts.Length;
        ShotRule rule = new() { ManyAbove = mean, FewBelow = mean / 5 };
        ShotOfBin = [.. counts.Select(count => rule.Of(count))];
        shots = [.. split.Test.Select(row => ShotOfBin[Shots.Label(data.Targets[row])])];
    }

    public OwnSplit Split { get; }

    /// <summary>All rows, standardised.</summary>
    public FeatureTable Table { get; }

    /// <summary>Mean and standard deviation of the training targets, in the user's unit.</summary>
    public Standardisation Scale { get; }

    /// <summary>The ranges of frequent and rare targets.</summary>
    public ClassRanges Shots { get; }

    /// <summary>Whether each range is many-, medium- or few-shot.</summary>
    public Shot[] ShotOfBin { get; }

    /// <summary>Standardised targets of some rows.</summary>
    public double[] Targets(int[] rows) => Scale.Apply(rows.Select(row => data.Targets[row]));

    /// <summary>Inputs of some rows.</summary>
    public FeatureRows Inputs(int[] rows) => new(Table, rows);

    /// <summary>Predictions in the user's unit.</summary>
    public double[] Unscaled(double[] predictions) => Scale.Undo(predictions);

    /// <summary>Errors on the test rows.</summary>
    /// <param name="validationMse">Of the standardised targets.</param>
    /// <param name="predictions">Standardised predictions of the test rows.</param>
    public OwnScores Score(double validationMse, double[] predictions)
    {
        double[] errors = [.. Unscaled(predictions).Select((prediction, i) => prediction - data.Targets[Split.Test[i]])];
        return new OwnScores
        {
            Validation = validationMse * Scale.Deviation * Scale.Deviation,
            Test = errors.Average(error => error * error),
            Mae = errors.Average(Math.Abs),
            Many = Group(Shot.Many),
            Medium = Group(Shot.Medium),
            Few = Group(Shot.Few),
        };

        double Group(Shot shot) => errors.Where((_, i) => shots[i] == shot).Select(error => error * error).DefaultIfEmpty(double.NaN).Average();
    }

    private static float[] Standardised(OwnData data, int[] train)
    {
        float[] values = new float[data.Rows * data.Width];
        for (int column = 0; column < data.Width; column++)
        {
            double mean = train.Average(row => data.Inputs[row * data.Width + column]);
            double deviation = Math.Sqrt(train.Average(row => Math.Pow(data.Inputs[row * data.Width + column] - mean, 2)));

            // An input that does not vary in the training rows is 0 everywhere: nothing can have been learned about it.
            double factor = deviation > 0 ? 1 / deviation : 0;
            for (int row = 0; row < data.Rows; row++)
            {
                values[row * data.Width + column] = (float)((data.Inputs[row * data.Width + column] - mean) * factor);
            }
        }

        return values;
    }
}
