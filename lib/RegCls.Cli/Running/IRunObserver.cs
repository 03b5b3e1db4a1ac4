using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>Is told how a run goes on. Calls may come from the thread a cell runs on.</summary>
internal interface IRunObserver
{
    /// <summary>A notebook starts.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="cells">How many code cells it has.</param>
    void NotebookStarted(NotebookDocument notebook, int cells);

    /// <summary>A cell starts.</summary>
    /// <param name="cell">Its 1-based number.</param>
    void CellStarted(int cell);

    /// <summary>The cell's code reports progress.</summary>
    /// <param name="what">What is being done; how far, after a colon, may differ from report to report.</param>
    /// <param name="fraction">How much of it is done, from 0 to 1 inclusive.</param>
    void Progressed(string what, double fraction);

    /// <summary>A notebook ended.</summary>
    /// <param name="run">How.</param>
    void NotebookFinished(NotebookRun run);
}
