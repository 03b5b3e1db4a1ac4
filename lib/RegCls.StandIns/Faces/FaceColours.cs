using SkiaSharp;

namespace RegCls.Data.Faces;

/// <summary>Colours of a drawn face.</summary>
internal static class FaceColours
{
    private static readonly SKColor[] SkinTones = [new(0xF4, 0xD6, 0xC2), new(0xE8, 0xBE, 0x9C), new(0xC9, 0x93, 0x6A), new(0x96, 0x62, 0x42), new(0x5B, 0x3A, 0x2A)];
    private static readonly SKColor[] HairTones = [new(0xDD, 0xC4, 0x8E), new(0xA8, 0x62, 0x36), new(0x6E, 0x48, 0x2E), new(0x3A, 0x28, 0x20), new(0x16, 0x14, 0x16)];
    private static readonly SKColor GreyHair = new(0xD6, 0xD6, 0xD8);

    public static SKColor Skin(FaceLook look) => Along(SkinTones, look.Tone);

    public static SKColor Hair(FaceLook look) => Mix(Along(HairTones, look.HairColour), GreyHair, look.Grey);

    public static SKColor OfHue(double hue, double saturation, double value) => SKColor.FromHsv((float)(360 * hue), (float)(100 * saturation), (float)(100 * value));

    /// <summary>The first colour with a share of the second.</summary>
    public static SKColor Mix(SKColor first, SKColor second, double share)
    {
        double s = Math.Clamp(share, 0, 1);
        return new SKColor(Channel(first.Red, second.Red), Channel(first.Green, second.Green), Channel(first.Blue, second.Blue));

        byte Channel(byte a, byte b) => (byte)Math.Round(a + (b - a) * s);
    }

    /// <summary>Darker where the factor is below 1, lighter above.</summary>
    public static SKColor Shade(SKColor colour, double factor) => factor <= 1 ? Mix(SKColors.Black, colour, factor) : Mix(colour, SKColors.White, factor - 1);

    public static SKColor Clear(SKColor colour, double opacity) => colour.WithAlpha((byte)Math.Round(255 * Math.Clamp(opacity, 0, 1)));

    private static SKColor Along(SKColor[] tones, double position)
    {
        double place = Math.Clamp(position, 0, 1) * (tones.Length - 1);
        int index = Math.Min((int)place, tones.Length - 2);
        return Mix(tones[index], tones[index + 1], place - index);
    }
}
