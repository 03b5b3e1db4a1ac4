using System.Globalization;
using Deedle;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>The λ that each arm chose on validation.</summary>
public static class ChosenLambdaTable
{
    /// <summary>One row a scenario and arm; a column for each number of classes, and one for scaled reg, which has none.</summary>
    public static Frame<int, string> Create(IReadOnlyList<ChosenLambda> chosen)
    {
        var rows = chosen.GroupBy(choice => (choice.Scenario, choice.Arm, choice.ClassDefinition)).ToList();
        int[] classes = [.. chosen.Select(choice => choice.Classes).Distinct().Order()];
        Dictionary<string, Series<int, object>> columns = new()
        {
            ["scenario"] = Column(row => Names.Of(row.Key.Scenario)),
            ["arm"] = Column(row => new StudyArm(row.Key.Arm, row.Key.ClassDefinition).DisplayName),
            ["published"] = Column(row => Text(PublishedSettings.For(row.Key.Scenario).Lambda)),
        };
        foreach (int count in classes)
        {
            columns[count == 0 ? "no classes" : $"C = {count}"] = Column(row => row.FirstOrDefault(choice => choice.Classes == count) is { } choice ? Text(choice.Lambda) : "–");
        }

        return Frame.FromColumns(columns);

        Series<int, object> Column(Func<IGrouping<(Scenario Scenario, Arm Arm, ClassDefinition ClassDefinition), ChosenLambda>, object> value) =>
            new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }

    private static string Text(double lambda) => lambda.ToString("G", CultureInfo.InvariantCulture);
}
