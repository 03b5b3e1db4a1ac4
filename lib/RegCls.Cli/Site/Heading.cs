namespace RegCls.Cli.Site;

/// <summary>An entry of a page's table of contents.</summary>
/// <param name="Level">1 for the title, 2 and more below it.</param>
/// <param name="Id">Its anchor, unique on the page.</param>
/// <param name="Text">Its plain text.</param>
internal sealed record Heading(int Level, string Id, string Text);
