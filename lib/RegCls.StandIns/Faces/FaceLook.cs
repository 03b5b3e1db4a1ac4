namespace RegCls.Data.Faces;

/// <summary>
/// Everything about one drawn face. Each cue of age follows an age of its own, the true one plus a person's deviation of several years, so no single cue tells the age and the
/// best guess from all of them is still off by years, as with people. The rest is nuisance: it says nothing about age.
/// </summary>
internal sealed record FaceLook
{
    // Standard deviation, in years, of the age each adult cue shows around the true one.
    private const double Deviation = 9;

    /// <summary>0 for a newborn's proportions, 1 for an adult's.</summary>
    public required double Growth { get; init; }

    /// <summary>Depth of forehead lines, crow's feet and folds; 0 for none, about 1 at 85 years.</summary>
    public required double Wrinkles { get; init; }

    /// <summary>How far cheeks, lids and corners of the mouth hang; 0 to about 1.</summary>
    public required double Sag { get; init; }

    /// <summary>Share of grey in the hair, 0 to 1.</summary>
    public required double Grey { get; init; }

    /// <summary>How far the hairline went back, 0 to 1 for bald.</summary>
    public required double Recession { get; init; }

    /// <summary>Roughness and spots of the skin; 0 to about 1.</summary>
    public required double Texture { get; init; }

    /// <summary>Whether the identity has a man's jaw, hair and perhaps beard.</summary>
    public required bool Male { get; init; }

    /// <summary>Skin from light (0) to dark (1).</summary>
    public required double Tone { get; init; }

    /// <summary>Hair from blond (0) over red and brown to black (1).</summary>
    public required double HairColour { get; init; }

    /// <summary>Length of the hair, 0 to 1.</summary>
    public required double HairLength { get; init; }

    /// <summary>Small deviations of width, height, eyes, nose, mouth, brows, jaw and ears; standard normal.</summary>
    public required double[] Shape { get; init; }

    /// <summary>Turn of the head in the picture, in degrees.</summary>
    public required double Tilt { get; init; }

    /// <summary>Turn of the head to a side, -1 to 1.</summary>
    public required double Yaw { get; init; }

    /// <summary>Where the face is, in shares of the picture.</summary>
    public required (double X, double Y) Offset { get; init; }

    /// <summary>Size of the face; 1 is usual.</summary>
    public required double Scale { get; init; }

    /// <summary>How open the mouth is: 0 closed, 1 a laugh, whose folds look like age.</summary>
    public required double Smile { get; init; }

    /// <summary>0 none, 1 thin, 2 dark.</summary>
    public required int Glasses { get; init; }

    /// <summary>0 none, otherwise a cap or scarf that hides the hair.</summary>
    public required int Hat { get; init; }

    /// <summary>0 none to 1 full.</summary>
    public required double Beard { get; init; }

    /// <summary>Colours of background, clothes and hat, each 0 to 1 around the colour circle.</summary>
    public required double[] Hues { get; init; }

    /// <summary>Direction of the light in radians.</summary>
    public required double LightAngle { get; init; }

    /// <summary>Strength of the light's gradient, 0 to 1.</summary>
    public required double Light { get; init; }

    /// <summary>Brightness and contrast of the photograph; 1 is usual.</summary>
    public required (double Brightness, double Contrast) Exposure { get; init; }

    /// <summary>Share of colour left: 0 is a black-and-white photograph.</summary>
    public required double Colour { get; init; }

    /// <summary>Standard deviation of the blur in pixels of a 64-pixel image.</summary>
    public required double Blur { get; init; }

    /// <summary>Standard deviation of the noise of each pixel, of 255.</summary>
    public required double Noise { get; init; }

    /// <summary>Draws a look. Whatever the age, the same number of draws is made in the same order.</summary>
    /// <param name="age">In years, from 0.</param>
    /// <param name="stream">Source of every choice.</param>
    public static FaceLook Draw(double age, RandomStream stream)
    {
        bool male = stream.NextDouble() < 0.5;
        double Shown(double deviation) => age + deviation * stream.NextGaussian();
        double grown = age + 0.12 * Math.Min(age, 20) * stream.NextGaussian();
        double wrinkled = Shown(Deviation), sagged = Shown(Deviation), grey = Shown(Deviation), receded = Shown(Deviation), textured = Shown(Deviation);
        double greyFrom = 52 + 6 * stream.NextGaussian();
        double balding = stream.NextDouble() * (male ? 1 : 0.35);
        double hat = stream.NextDouble(), glasses = stream.NextDouble(), beard = stream.NextDouble(), grown01 = Ramp(grown, 0, 19);
        return new FaceLook
        {
            Growth = Math.Pow(grown01, 0.8),
            Wrinkles = Ramp(wrinkled, 27, 88),
            Sag = Ramp(sagged, 32, 92),
            Grey = 1 / (1 + Math.Exp(-(grey - greyFrom) / 6)),
            Recession = Math.Min(1, balding * 1.25 * Ramp(receded, 22, 75)),
            Texture = Ramp(textured, 35, 95),
            Male = male,
            Tone = Math.Pow(stream.NextDouble(), 1.4),
            HairColour = stream.NextDouble(),
            HairLength = Math.Clamp((male ? 0.15 : 0.65) + 0.22 * stream.NextGaussian(), 0, 1),
            Shape = [.. Enumerable.Range(0, 8).Select(_ => stream.NextGaussian())],
            Tilt = 9 * stream.NextGaussian(),
            Yaw = Math.Clamp(0.4 * stream.NextGaussian(), -1, 1),
            Offset = (0.03 * stream.NextGaussian(), 0.03 * stream.NextGaussian()),
            Scale = Math.Exp(0.08 * stream.NextGaussian()),
            Smile = Math.Max(0, 0.35 + 0.4 * stream.NextGaussian()),
            Glasses = glasses < 0.72 ? 0 : glasses < 0.92 ? 1 : 2,
            Hat = hat < 0.86 ? 0 : hat < 0.94 ? 1 : 2,
            Beard = male && grown01 >= 1 && beard < 0.35 ? 0.3 + 2 * beard : 0,
            Hues = [stream.NextDouble(), stream.NextDouble(), stream.NextDouble()],
            LightAngle = stream.NextUniform(0, 2 * Math.PI),
            Light = 0.55 * stream.NextDouble(),
            Exposure = (1 + 0.14 * stream.NextGaussian(), Math.Exp(0.18 * stream.NextGaussian())),
            Colour = stream.NextDouble() < 0.25 ? 0 : stream.NextUniform(0.5, 1),
            Blur = 0.7 * stream.NextDouble(),
            Noise = stream.NextUniform(3, 13),
        };
    }

    // 0 up to the first age, 1.15 at most from somewhat above the second, straight between.
    private static double Ramp(double age, double from, double to) => Math.Clamp((age - from) / (to - from), 0, 1.15);
}
