namespace RegCls.Cli.Running;

/// <summary>A run was stopped within a cell, and the cell had something to say about it.</summary>
/// <param name="message">What the cell said.</param>
internal sealed class CellStoppedException(string message) : OperationCanceledException(message);
