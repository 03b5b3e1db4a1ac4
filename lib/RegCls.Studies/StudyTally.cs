namespace RegCls.Studies;

/// <summary>Counts the models of a study as they come, and tells whoever watches. Safe to use from any thread.</summary>
/// <param name="total">Models of the study.</param>
/// <param name="progress">Who watches; null for nobody.</param>
internal sealed class StudyTally(int total, IProgress<double>? progress)
{
    private readonly Lock gate = new();
    private double errors;
    private int withError;
    private string errorName = "";

    /// <summary>Models that are done.</summary>
    public int Done { get; private set; }

    /// <summary>Begins with what is recorded already, in one report.</summary>
    public void Start(IEnumerable<IRunRecord> records)
    {
        lock (gate)
        {
            foreach (IRunRecord record in records)
            {
                Count(record);
            }

            Report();
        }
    }

    /// <summary>Counts a model and reports.</summary>
    public void Add(IRunRecord record)
    {
        lock (gate)
        {
            Count(record);
            Report();
        }
    }

    private void Count(IRunRecord record)
    {
        Done++;
        (string name, double error) = record.ShownError;
        if (double.IsFinite(error))
        {
            errors += error;
            withError++;
            errorName = name;
        }
    }

    private void Report()
    {
        StudyStatus status = new(Done, total, withError == 0 ? double.NaN : errors / withError, errorName);
        if (progress is IStudyProgress watcher)
        {
            watcher.Report(status);
        }
        else
        {
            progress?.Report(status.Fraction);
        }
    }
}
