namespace RegCls.Notebooks.Tests.Support;

/// <summary>What the browser says about one drawn chart.</summary>
public sealed class ChartFacts
{
    public int Traces { get; set; }

    /// <summary>How many points or cells the traces hold together.</summary>
    public int Points { get; set; }

    /// <summary>True if it has axes at all; a table has none.</summary>
    public bool HasAxes { get; set; }

    /// <summary>The titles of its x axes that are not empty.</summary>
    public string[] XTitles { get; set; } = [];

    /// <summary>The titles of its y axes that are not empty.</summary>
    public string[] YTitles { get; set; } = [];

    /// <summary>True if it takes room on the page.</summary>
    public bool IsDrawn { get; set; }
}
