using SkiaSharp;

namespace RegCls.Data.Faces;

/// <summary>
/// Paints a <see cref="FaceLook"/>. The canvas is scaled so that the face's middle is (0, 0) and an adult's crown and chin are at -1 and 1; features move sideways with the yaw.
/// </summary>
internal sealed class FacePainter : IDisposable
{
    private readonly FaceLook look;
    private readonly SKCanvas canvas;
    private readonly RandomStream detail;
    private readonly SKPaint paint = new() { IsAntialias = true, StrokeCap = SKStrokeCap.Round };
    private readonly SKColor skin, hair, shadow;
    private readonly float width, height, eyeLine, eyeGap, eyeSize, noseLength, mouthLine, turn;

    public FacePainter(FaceLook look, SKCanvas canvas, RandomStream detail)
    {
        this.look = look;
        this.canvas = canvas;
        this.detail = detail;
        double[] s = look.Shape;
        double g = look.Growth;
        skin = FaceColours.Skin(look);
        hair = FaceColours.Hair(look);
        shadow = FaceColours.Shade(skin, 0.5);
        width = (float)((0.90 - 0.17 * g) * (1 + 0.05 * s[0]));
        height = (float)((0.90 + 0.10 * g) * (1 + 0.03 * s[1]));
        eyeLine = (float)(0.20 - 0.27 * g + 0.025 * s[2]);
        eyeGap = (float)(0.36 - 0.05 * g + 0.015 * s[2]);
        eyeSize = (float)((0.185 - 0.065 * g) * (1 + 0.08 * s[3]) * (1 - 0.2 * look.Sag));
        noseLength = (float)(0.16 + 0.16 * g + 0.06 * look.Sag + 0.02 * s[4]);
        mouthLine = (float)(0.58 - 0.03 * g + 0.02 * s[5]);
        turn = (float)(0.16 * look.Yaw);
    }

    public void Paint()
    {
        HairBehind();
        Neck();
        Ears();
        Head();
        Folds();
        Spots();
        Eye(-1);
        Eye(1);
        Nose();
        Mouth();
        Beard();
        HairInFront();
        Forehead();
        Hat();
        Glasses();
    }

    public void Dispose() => paint.Dispose();

    private void Neck()
    {
        float thick = (float)(0.28 + 0.14 * look.Growth + (look.Male ? 0.06 : 0));
        Fill(FaceColours.Shade(skin, 0.78));
        canvas.DrawRect(-thick, 0.5f, 2 * thick, 1.2f, paint);
        Fill(FaceColours.OfHue(look.Hues[1], 0.55, 0.55));
        using SKPath shoulders = new();
        shoulders.MoveTo(-2, 2.4f);
        shoulders.CubicTo(-1.6f, 1.2f, -0.8f, 1.35f, -thick, 1.15f);
        shoulders.LineTo(thick, 1.15f);
        shoulders.CubicTo(0.8f, 1.35f, 1.6f, 1.2f, 2, 2.4f);
        shoulders.Close();
        canvas.DrawPath(shoulders, paint);
    }

    private void Ears()
    {
        float length = (float)(0.17 + 0.04 * look.Growth + 0.05 * look.Sag + 0.015 * look.Shape[7]);
        Fill(FaceColours.Shade(skin, 0.86));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.DrawOval(side * width * 0.99f - 0.5f * turn, eyeLine + 0.13f, 0.11f, length, paint);
        }
    }

    private void Head()
    {
        float jaw = (float)(width * (0.60 + 0.12 * (1 - look.Growth) + (look.Male ? 0.09 : 0) + 0.10 * look.Sag + 0.04 * look.Shape[6]));
        using SKPath outline = new();
        outline.MoveTo(0, -height);
        outline.CubicTo(width * 1.05f, -height, width * 1.08f, -0.1f, width, 0.12f);
        outline.CubicTo(width * 0.97f, 0.5f, jaw * 1.05f, 0.78f, jaw * 0.62f, height * 0.94f);
        outline.CubicTo(jaw * 0.3f, height * 1.02f, -jaw * 0.3f, height * 1.02f, -jaw * 0.62f, height * 0.94f);
        outline.CubicTo(-jaw * 1.05f, 0.78f, -width * 0.97f, 0.5f, -width, 0.12f);
        outline.CubicTo(-width * 1.08f, -0.1f, -width * 1.05f, -height, 0, -height);
        Fill(skin);
        canvas.DrawPath(outline, paint);

        // Cheeks: red and round in children, hanging later.
        float cheek = (float)(0.24 + 0.16 * look.Sag);
        Fill(FaceColours.Clear(new SKColor(0xD0, 0x60, 0x58), 0.22 * (1 - look.Growth) + 0.06));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.DrawOval(side * 0.48f + turn, cheek + 0.05f, 0.2f, 0.15f, paint);
        }
    }

    // Lines from nose to mouth, beside the mouth to the chin, and jowls; a smile deepens the first.
    private void Folds()
    {
        double depth = 0.75 * look.Wrinkles + 0.3 * look.Smile * (0.4 + look.Wrinkles);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            Line(depth, 0.035, (side * 0.15 + turn * 1.3, eyeLine + noseLength + 0.02), (side * 0.30 + turn, mouthLine - 0.14), (side * 0.34 + turn, mouthLine + 0.03));
            Line(0.8 * look.Sag, 0.04, (side * 0.31 + turn, mouthLine + 0.07), (side * 0.37 + turn, mouthLine + 0.16), (side * 0.35 + turn, mouthLine + 0.26));
            Line(0.7 * look.Sag, 0.05, (side * 0.66 + turn, mouthLine - 0.12), (side * 0.56 + turn, mouthLine + 0.12), (side * 0.44 + turn, mouthLine + 0.20));
            Line(0.7 * look.Wrinkles, 0.03, (side * 0.16 + turn, 1.05), (side * 0.18 + turn, 1.2), (side * 0.14 + turn, 1.35));

            // Bags under the eyes, crow's feet beside them.
            double x = side * eyeGap + turn * 1.2;
            Line(0.55 * look.Sag + 0.3 * look.Wrinkles, 0.03, (x - 0.12, eyeLine + eyeSize + 0.05), (x, eyeLine + eyeSize + 0.12), (x + 0.12, eyeLine + eyeSize + 0.05));
            for (int ray = -1; ray <= 1; ray++)
            {
                double start = x + side * (eyeSize + 0.06);
                Line(0.7 * look.Wrinkles + 0.15 * look.Smile, 0.024, (start, eyeLine + 0.03 * ray), (start + side * 0.06, eyeLine + 0.055 * ray), (start + side * (0.10 + 0.05 * detail.NextDouble()), eyeLine + 0.09 * ray));
            }
        }
    }

    private void Forehead()
    {
        int lines = 1 + detail.NextInt32(3);
        for (int line = 0; line < 3; line++)
        {
            double y = eyeLine - 0.32 - 0.11 * line + 0.02 * detail.NextGaussian(), bend = 0.03 * detail.NextGaussian(), reach = 0.26 + 0.12 * detail.NextDouble();
            Line((line < lines ? 0.75 : 0.35) * look.Wrinkles, 0.03, (-reach + turn, y), (turn, y - 0.05 + bend), (reach + turn, y));
        }

        Line(0.6 * look.Wrinkles, 0.028, (turn - 0.05, eyeLine - 0.22), (turn - 0.06, eyeLine - 0.15), (turn - 0.045, eyeLine - 0.09));
        Line(0.5 * look.Wrinkles, 0.028, (turn + 0.05, eyeLine - 0.22), (turn + 0.06, eyeLine - 0.15), (turn + 0.045, eyeLine - 0.09));
    }

    private void Spots()
    {
        for (int spot = 0; spot < 46; spot++)
        {
            double angle = detail.NextUniform(0, 2 * Math.PI), radius = Math.Sqrt(detail.NextDouble()), size = detail.NextUniform(0.02, 0.06), strength = detail.NextDouble();
            double x = width * 0.88 * radius * Math.Cos(angle), y = height * 0.88 * radius * Math.Sin(angle);
            bool dark = detail.NextDouble() < 0.6;
            Fill(FaceColours.Clear(dark ? FaceColours.Shade(skin, 0.6) : FaceColours.Shade(skin, 1.25), 0.55 * strength * look.Texture + 0.04));
            canvas.DrawOval((float)x, (float)y, (float)size, (float)(size * 0.8), paint);
        }
    }

    private void Eye(int side)
    {
        float x = side * eyeGap + turn * 1.2f, lid = (float)(0.20 + 0.42 * look.Sag);
        Fill(FaceColours.Clear(shadow, 0.22 + 0.2 * look.Wrinkles));
        canvas.DrawOval(x, eyeLine, eyeSize * 1.45f, eyeSize * 1.05f, paint);
        Fill(new SKColor(0xF2, 0xF0, 0xEC));
        canvas.DrawOval(x, eyeLine, eyeSize * 1.12f, eyeSize * 0.62f, paint);
        Fill(look.Tone + look.HairColour > 0.7 ? new SKColor(0x38, 0x22, 0x18) : new SKColor(0x48, 0x6C, 0x80));
        canvas.DrawCircle(x + 0.3f * turn, eyeLine, eyeSize * 0.55f, paint);
        Fill(new SKColor(0x10, 0x0C, 0x0C));
        canvas.DrawCircle(x + 0.3f * turn, eyeLine, eyeSize * 0.27f, paint);

        // The upper lid comes down with the years, outside first.
        Fill(FaceColours.Shade(skin, 0.88));
        using SKPath cover = new();
        cover.MoveTo(x - side * eyeSize * 1.2f, eyeLine - eyeSize * 0.95f);
        cover.LineTo(x + side * eyeSize * 1.35f, eyeLine - eyeSize * 0.95f);
        cover.LineTo(x + side * eyeSize * 1.3f, eyeLine - eyeSize * (0.55f - 0.9f * lid));
        cover.LineTo(x - side * eyeSize * 1.2f, eyeLine - eyeSize * (0.62f - 0.35f * lid));
        cover.Close();
        canvas.DrawPath(cover, paint);

        double browY = eyeLine - eyeSize - 0.09 + 0.02 * look.Shape[5] + 0.03 * look.Sag, thick = (0.030 + 0.028 * look.Growth) * (look.Male ? 1.25 : 0.9) * (1 + 0.2 * look.Shape[6]);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)Math.Max(0.02, thick);
        paint.Color = FaceColours.Mix(hair, shadow, 0.25);
        using SKPath brow = new();
        brow.MoveTo(x - side * eyeSize * 1.15f, (float)browY + 0.02f);
        brow.QuadTo(x, (float)browY - 0.06f, x + side * eyeSize * 1.5f, (float)(browY + 0.03 + 0.05 * look.Sag));
        canvas.DrawPath(brow, paint);
    }

    private void Nose()
    {
        float end = eyeLine + noseLength, wide = (float)(0.09 + 0.03 * look.Growth + 0.03 * look.Sag + 0.02 * look.Shape[4] + 0.02 * look.Tone), x = turn * 1.5f;
        Line(0.5, 0.035, (x * 0.8 + 0.03, eyeLine + 0.02), (x + 0.07, eyeLine + 0.6 * noseLength), (x + wide, end));
        Fill(FaceColours.Clear(FaceColours.Shade(skin, 0.72), 0.8));
        canvas.DrawOval(x, end, wide, 0.05f, paint);
        Fill(FaceColours.Clear(shadow, 0.9));
        canvas.DrawCircle(x - wide * 0.5f, end + 0.02f, 0.025f, paint);
        canvas.DrawCircle(x + wide * 0.5f, end + 0.02f, 0.025f, paint);
    }

    private void Mouth()
    {
        float reach = (float)(0.20 + 0.05 * look.Growth + 0.06 * look.Smile), open = (float)(0.10 * Math.Max(0, look.Smile - 0.45)), full = (float)((0.075 - 0.045 * look.Wrinkles) * (look.Male ? 0.85 : 1.1));
        float corner = (float)(-0.06 * look.Smile + 0.07 * look.Sag), x = turn;
        Fill(FaceColours.Mix(FaceColours.Shade(skin, 0.8), new SKColor(0xB0, 0x38, 0x40), look.Male ? 0.35 : 0.6));
        using SKPath lips = new();
        lips.MoveTo(x - reach, mouthLine + corner);
        lips.QuadTo(x, mouthLine - full - open, x + reach, mouthLine + corner);
        lips.QuadTo(x, mouthLine + full + 2.2f * open + 0.06f * (float)look.Smile, x - reach, mouthLine + corner);
        canvas.DrawPath(lips, paint);
        if (open > 0)
        {
            Fill(new SKColor(0xF0, 0xEA, 0xE0));
            canvas.DrawOval(x, mouthLine + 0.5f * open, reach * 0.7f, open * 0.9f, paint);
        }

        Line(0.8, 0.022, (x - reach, mouthLine + corner), (x, mouthLine + 0.01 + 0.05 * look.Smile), (x + reach, mouthLine + corner));

        // Small lines across the lips.
        for (int line = -2; line <= 2; line++)
        {
            Line(0.5 * Math.Max(0, look.Wrinkles - 0.45), 0.02, (x + 0.07 * line, mouthLine - 0.12), (x + 0.068 * line, mouthLine - 0.09), (x + 0.066 * line, mouthLine - 0.05));
        }
    }

    private void Beard()
    {
        if (look.Beard <= 0)
        {
            return;
        }

        Fill(FaceColours.Clear(hair, 0.25 + 0.65 * look.Beard));
        using SKPath beard = new();
        beard.MoveTo(-width * 0.93f, 0.30f);
        beard.CubicTo(-width * 0.75f, 0.45f, -0.45f + turn, mouthLine - 0.12f, turn, mouthLine - 0.16f);
        beard.CubicTo(0.45f + turn, mouthLine - 0.12f, width * 0.75f, 0.45f, width * 0.93f, 0.30f);
        beard.CubicTo(width * 0.9f, 0.8f, 0.4f, height * 1.1f, 0, height * 1.1f);
        beard.CubicTo(-0.4f, height * 1.1f, -width * 0.9f, 0.8f, -width * 0.93f, 0.30f);
        using SKPath mouth = new();
        mouth.AddOval(new SKRect(turn - 0.22f, mouthLine - 0.06f, turn + 0.22f, mouthLine + 0.1f));
        using SKPath around = beard.Op(mouth, SKPathOp.Difference);
        canvas.DrawPath(around, paint);
    }

    private void HairBehind()
    {
        if (look.Growth * look.HairLength < 0.35 || look.Hat == 2)
        {
            return;
        }

        Fill(FaceColours.Shade(hair, 0.75));
        float down = (float)(0.2 + 1.1 * look.HairLength);
        canvas.DrawRoundRect(-width * 1.22f, -height * 0.9f, 2.44f * width, height * 0.9f + down, width, 0.6f, paint);
    }

    private void HairInFront()
    {
        // Babies have little hair; the hairline goes up at the temples first.
        double thick = Math.Min(1, 0.25 + 1.5 * look.Growth) * (1 - 0.75 * look.Recession);
        float line = (float)(-0.52 * height - 0.42 * height * look.Recession), temple = (float)(eyeLine - 0.10 - 0.55 * look.Recession), volume = (float)(1.0 + 0.16 * thick * (0.6 + 0.4 * look.HairLength));
        Fill(FaceColours.Clear(hair, 0.35 + 0.65 * thick));
        using SKPath cap = new();
        cap.MoveTo(-width * 1.06f, temple + 0.25f);
        cap.CubicTo(-width * 1.18f * volume, -height * 0.8f, -width * 0.7f, -height * 1.02f * volume, 0, -height * 1.02f * volume);
        cap.CubicTo(width * 0.7f, -height * 1.02f * volume, width * 1.18f * volume, -height * 0.8f, width * 1.06f, temple + 0.25f);
        cap.LineTo(width * 0.93f, temple);
        cap.QuadTo(width * 0.75f, line - (float)(0.25 * look.Recession), width * 0.30f + turn, line);
        cap.QuadTo(turn, line + (float)(0.10 * (1 - look.Recession) + 0.04 * look.Shape[3]), -width * 0.30f + turn, line);
        cap.QuadTo(-width * 0.75f, line - (float)(0.25 * look.Recession), -width * 0.93f, temple);
        cap.Close();
        canvas.DrawPath(cap, paint);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 0.02f;
        for (int strand = 0; strand < 14; strand++)
        {
            double at = detail.NextUniform(-0.85, 0.85), lighter = detail.NextUniform(0.7, 1.35);
            paint.Color = FaceColours.Clear(FaceColours.Shade(hair, lighter), 0.5 * thick);
            canvas.DrawLine((float)(width * at), -height * (1.0f - 0.25f * (float)(at * at)), (float)(width * at * 1.08), line - 0.04f, paint);
        }
    }

    private void Hat()
    {
        if (look.Hat == 0)
        {
            return;
        }

        Fill(FaceColours.OfHue(look.Hues[2], 0.5, 0.45));
        float brim = (float)(-0.50 * height);
        using SKPath hat = new();
        hat.MoveTo(-width * 1.15f, brim + 0.12f);
        hat.CubicTo(-width * 1.2f, -height * 1.35f, width * 1.2f, -height * 1.35f, width * 1.15f, brim + 0.12f);
        hat.QuadTo(0, brim - 0.12f, -width * 1.15f, brim + 0.12f);
        canvas.DrawPath(hat, paint);
        if (look.Hat == 2)
        {
            // A scarf: also over ears and neck.
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = 0.24f;
            canvas.DrawOval(0, 0.05f, width * 1.08f, height * 1.05f, paint);
        }
    }

    private void Glasses()
    {
        if (look.Glasses == 0)
        {
            return;
        }

        float radius = 0.2f;
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            float x = side * (eyeGap + 0.01f) + turn * 1.2f;
            if (look.Glasses == 2)
            {
                Fill(FaceColours.Clear(new SKColor(0x18, 0x18, 0x20), 0.62));
                canvas.DrawOval(x, eyeLine, radius * 1.1f, radius * 0.85f, paint);
            }

            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = look.Glasses == 2 ? 0.05f : 0.035f;
            paint.Color = new SKColor(0x28, 0x22, 0x22);
            canvas.DrawOval(x, eyeLine, radius * 1.1f, radius * 0.85f, paint);
            canvas.DrawLine(x + side * radius * 1.1f, eyeLine - 0.03f, side * width * 1.02f, eyeLine + 0.02f, paint);
        }

        canvas.DrawLine(-0.14f + turn * 1.2f, eyeLine, 0.14f + turn * 1.2f, eyeLine, paint);
    }

    private void Fill(SKColor colour)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = colour;
    }

    // A curved line in the shadow colour.
    private void Line(double opacity, double thick, (double X, double Y) from, (double X, double Y) over, (double X, double Y) to)
    {
        if (opacity <= 0)
        {
            return;
        }

        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)thick;
        paint.Color = FaceColours.Clear(shadow, opacity);
        using SKPath path = new();
        path.MoveTo((float)from.X, (float)from.Y);
        path.QuadTo((float)over.X, (float)over.Y, (float)to.X, (float)to.Y);
        canvas.DrawPath(path, paint);
    }
}
