using RegCls.Studies.Depth;

namespace RegCls.Figures;

/// <summary>How charts name and colour depth methods.</summary>
internal static class DepthNames
{
    /// <summary>Colours as in the other notebooks: reg red, the control blue, reg+cls green.</summary>
    public static string Colour(DepthMethod method) => method switch
    {
        DepthMethod.Reg or DepthMethod.RegBalancedSamples => Palette.Reg,
        DepthMethod.ScaledReg => Palette.ScaledReg,
        DepthMethod.RegCls or DepthMethod.RegClsBalancedSamples => Palette.RegCls,
        DepthMethod.RegClsBalanced => Palette.Balanced,
        DepthMethod.Gai or DepthMethod.Bmc => Palette.Bmc,
        _ => Palette.Accent,
    };

    /// <summary>What was run, in words.</summary>
    public static string Sizes(IReadOnlyCollection<DepthRecord> records)
    {
        DepthRun run = records.First().Configuration;
        int pairs = records.Select(record => (record.Configuration.Fold, record.Configuration.Seed)).Distinct().Count();
        string frames = run.Data switch
        {
            DepthData.Recording => "a recording of real rooms",
            DepthData.Nyud2 => run.AsPublished ? "NYUD2-DIR" : "one of 20 pictures of NYUD2-DIR",
            DepthData.NyuLabelled => "NYUv2, labelled",
            _ => "rooms rendered by code",
        };
        string repeats = run.Data == DepthData.Recording ? $"{pairs} split{(pairs == 1 ? "" : "s")} with a seed each" : $"{pairs} seed{(pairs == 1 ? "" : "s")}";
        return FormattableString.Invariant($"{frames}, {run.Width}×{run.Height} px, {run.Epochs} epochs, {repeats}, {records.Count} models");
    }
}
