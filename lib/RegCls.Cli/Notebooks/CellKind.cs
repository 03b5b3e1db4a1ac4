namespace RegCls.Cli.Notebooks;

/// <summary>The cell types of nbformat 4.</summary>
internal enum CellKind
{
    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Code to execute.</summary>
    Code,

    /// <summary>Text that is neither.</summary>
    Raw,
}
