using RegCls.Studies.Images;

namespace RegCls.Figures;

/// <summary>How charts and tables name age methods and what was run.</summary>
internal static class AgeNames
{
    /// <summary>Colours as in the other notebooks: reg red, the control blue, reg+cls green.</summary>
    public static string Colour(AgeMethod method) => method switch
    {
        AgeMethod.Reg or AgeMethod.RegKept => Palette.Reg,
        AgeMethod.ScaledReg => Palette.ScaledReg,
        AgeMethod.RegCls or AgeMethod.RegClsKept => Palette.RegCls,
        AgeMethod.RegClsBalanced => Palette.Balanced,
        AgeMethod.Bmc or AgeMethod.BmcLastLayer or AgeMethod.GaiLastLayer => Palette.Bmc,
        AgeMethod.Lds or AgeMethod.Fds or AgeMethod.Kernel => Palette.Accent,
        _ => Palette.Curve,
    };

    /// <summary>What was run, in words.</summary>
    public static string Sizes(IReadOnlyCollection<AgeRecord> records)
    {
        AgeRun run = records.First().Configuration;
        int seeds = records.Select(record => record.Configuration.Seed).Distinct().Count();
        string faces = run.Data switch
        {
            AgeData.UtkFace => "UTKFace",
            AgeData.ImdbWiki => "IMDB-WIKI-DIR",
            AgeData.AgeDb => "AgeDB-DIR",
            _ => FormattableString.Invariant($"drawn faces, {run.Share:P0} of AgeDB-DIR's counts"),
        };
        return FormattableString.Invariant($"{faces}, {run.Size} px, {run.Epochs} epochs, {seeds} seed{(seeds == 1 ? "" : "s")}, {records.Count} models");
    }
}
