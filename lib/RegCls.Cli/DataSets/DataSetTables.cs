using RegCls.Cli.CommandLine;
using RegCls.Data.Sets;
using Spectre.Console;

namespace RegCls.Cli.DataSets;

/// <summary>`regcls data list`, once the library can be loaded.</summary>
internal static class DataSetTables
{
    /// <summary>Writes names, layouts and where each data set was found.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int List(Terminal terminal)
    {
        foreach (var set in DataSetCatalogue.Entries)
        {
            terminal.Out.WriteLine(set.Name);
            terminal.Out.WriteLine($"  {set.Title}");
            terminal.Out.WriteLine($"  on disk: {set.Layout}");
            terminal.Out.WriteLine($"  found:   {DataLocation.TryFind(set) ?? $"no; say where it is with --path or {DataLocation.Variable}"}");
        }

        return ExitCode.Success;
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="terminal">Where to write.</param>
    public static void Write(DataReport report, Terminal terminal)
    {
        terminal.Out.WriteLine(report.Source);
        terminal.Out.WriteLine(report.Accounting.ToString());
        terminal.Out.WriteLine();
        var facts = Grid();
        facts.AddRow("usable", $"{report.Usable:N0} samples");
        foreach (var (name, value) in report.Facts)
        {
            facts.AddRow(Markup.Escape(name), Markup.Escape(value));
        }

        if (report.SplitRule.Length > 0)
        {
            facts.AddRow("split", Markup.Escape(string.Join(", ", report.Parts.Select(part => $"{part.Count:N0} {part.Name}").Append(report.SplitRule))));
        }

        var console = terminal.CreateAnsiConsole();
        console.Write(facts);
        if (report.Parts.Any(part => part.Facts.Count > 0))
        {
            terminal.Out.WriteLine();
            console.Write(SideBySide(report.Parts));
        }

        if (report.Histogram.Count > 0)
        {
            terminal.Out.WriteLine();
            console.Write(Bars(report.Histogram));
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(report.Problems.Count == 0 ? "nothing to skip" : $"{report.Skipped:N0} skipped");
        foreach (var problem in report.Problems)
        {
            terminal.Out.WriteLine($"  {problem.Kind.DisplayName()}: {problem.Count:N0}, such as");
            foreach (var example in problem.Examples)
            {
                terminal.Out.WriteLine($"    {example}");
            }
        }
    }

    // A column a part, a row a fact.
    private static Grid SideBySide(IReadOnlyList<PartReport> parts)
    {
        var described = parts.Where(part => part.Facts.Count > 0).ToArray();
        var grid = new Grid();
        foreach (var _ in described.Prepend(described[0]))
        {
            grid.AddColumn(new GridColumn().NoWrap());
        }

        grid.AddRow([string.Empty, .. described.Select(part => Markup.Escape(part.Name))]);
        foreach (var (fact, row) in described[0].Facts.Select((fact, row) => (fact, row)))
        {
            grid.AddRow([Markup.Escape(fact.Name), .. described.Select(part => Markup.Escape(part.Facts[row].Value))]);
        }

        return grid;
    }

    private static Grid Grid() => new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn());

    private static Grid Bars(IReadOnlyList<(string Range, long Count)> histogram)
    {
        const int Widest = 50;
        var most = histogram.Max(range => range.Count);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().RightAligned()).AddColumn(new GridColumn().NoWrap().RightAligned()).AddColumn(new GridColumn().NoWrap());
        foreach (var (range, count) in histogram)
        {
            // A range with samples always shows.
            var length = count == 0 ? 0 : (int)Math.Max(1, Math.Round((double)Widest * count / most));
            grid.AddRow(Markup.Escape(range), $"{count:N0}", new string('#', length));
        }

        return grid;
    }
}
