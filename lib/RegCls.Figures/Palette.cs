using RegCls.Binning;
using RegCls.Studies;
using RegCls.Studies.Video;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Colours of the project's charts: red and green as in the paper, blue for the control it lacks. Readable on light and dark.</summary>
internal static class Palette
{
    public const string Reg = "#d1495b";
    public const string ScaledReg = "#3d7ea6";
    public const string RegCls = "#3a9d5d";
    public const string Balanced = "#9bbf30";
    public const string Curve = "#7a7f87";
    public const string Samples = "#3d7ea6";
    public const string Accent = "#e08e2b";
    public const string Bmc = "#7566b8";
    public const string Shade = "rgba(224,142,43,0.16)";

    private static readonly string[] Classes = ["#b0b53b", "#7fb552", RegCls, "#2f8f9a", "#7566b8"];

    private static readonly string[] Several = ["#5b8c5a", Accent, "#7566b8", "#b5446e", "#2f8f9a"];

    public static string Of(Arm arm) => arm switch
    {
        Arm.Reg => Reg,
        Arm.ScaledReg => ScaledReg,
        Arm.RegCls => RegCls,
        _ => throw new ArgumentOutOfRangeException(nameof(arm), arm, "Expected Reg, ScaledReg or RegCls."),
    };

    public static string Of(StudyArm arm) => arm.Definition == ClassDefinition.Uniform ? Of(arm.Arm) : Balanced;

    public static string Of(VideoArm arm) => arm switch
    {
        VideoArm.Untrained => Curve,
        VideoArm.Cte => Accent,
        VideoArm.Reg => Reg,
        VideoArm.ScaledReg => ScaledReg,
        VideoArm.RegCls => RegCls,
        _ => Balanced,
    };

    /// <summary>Colours of reg+cls by number of classes, few to many: yellow-green to violet.</summary>
    public static string OfClasses(int index) => Classes[index % Classes.Length];

    /// <summary>Colours of things that are not arms, in the order they are drawn.</summary>
    public static string Series(int index) => Several[index % Several.Length];

    /// <summary>The colour with the given opacity, as CSS.</summary>
    public static string Faint(string hex, double opacity)
    {
        int rgb = Convert.ToInt32(hex[1..], 16);
        return FormattableString.Invariant($"rgba({rgb >> 16},{(rgb >> 8) & 255},{rgb & 255},{opacity})");
    }
}
