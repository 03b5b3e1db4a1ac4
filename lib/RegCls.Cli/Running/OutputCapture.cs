using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>Collects what one cell gives, in the order it came. Safe to call from any thread.</summary>
internal sealed class OutputCapture
{
    private readonly Lock gate = new();
    private readonly List<CellOutput> outputs = [];

    /// <summary>Adds text; it joins the text before it if that is of the same stream.</summary>
    /// <param name="isError">True for standard error.</param>
    /// <param name="text">The text.</param>
    public void AddText(bool isError, string text)
    {
        lock (gate)
        {
            if (outputs is [.., StreamOutput last] && last.IsError == isError)
            {
                outputs[^1] = last with { Text = last.Text + text };
            }
            else if (text.Length > 0)
            {
                outputs.Add(new StreamOutput(isError, text));
            }
        }
    }

    /// <summary>Adds an output.</summary>
    /// <param name="output">The output.</param>
    public void Add(CellOutput output)
    {
        lock (gate)
        {
            outputs.Add(output);
        }
    }

    /// <summary>Takes everything collected and starts anew.</summary>
    /// <returns>The outputs in order.</returns>
    public IReadOnlyList<CellOutput> Take()
    {
        lock (gate)
        {
            CellOutput[] taken = [.. outputs];
            outputs.Clear();
            return taken;
        }
    }
}
