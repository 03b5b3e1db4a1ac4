using System.Globalization;

namespace RegCls.Data.Depth;

/// <summary>A unit that depth is stored in.</summary>
/// <param name="PerMetre">How many of it are a metre.</param>
/// <param name="Name">What it is called, and who writes it.</param>
public sealed record DepthUnit(double PerMetre, string Name)
{
    /// <summary>The units that are met in public data sets.</summary>
    public static IReadOnlyList<DepthUnit> Known { get; } =
    [
        new(1, "metres"),
        new(10, "decimetres"),
        new(25.5, "steps of which 255 are 10 m"),
        new(100, "centimetres"),
        new(256, "1/256 m, as KITTI has them"),
        new(1000, "millimetres"),
        new(2560, "1/2560 m"),
        new(5000, "1/5000 m, as TUM has them"),
        new(6553.5, "steps of which 65535 are 10 m"),
        new(10000, "tenths of a millimetre"),
    ];

    /// <summary>The unit in which depths would be right.</summary>
    /// <param name="readAs">How many stored units were taken for a metre.</param>
    /// <param name="ratio">How many times too large the depths came out.</param>
    public static DepthUnit Nearest(double readAs, double ratio) => Known.MinBy(unit => Math.Abs(Math.Log(unit.PerMetre / (readAs * ratio))))!;

    /// <summary>Unit, and how it is told to the reader.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} (--depth-scale {PerMetre}, or {DepthScale.Variable}={PerMetre} for notebooks and studies)");
}
