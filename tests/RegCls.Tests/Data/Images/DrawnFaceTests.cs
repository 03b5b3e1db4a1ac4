using RegCls.Data;
using RegCls.Data.Faces;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Images;

public class DrawnFaceTests
{
    [Fact]
    public void The_same_name_draws_the_same_face_and_another_name_another()
    {
        byte[] face = DrawnFace.Pixels(40, RandomStream.Named("face", 1), 48);
        Assert.Equal(face, DrawnFace.Pixels(40, RandomStream.Named("face", 1), 48));
        Assert.NotEqual(face, DrawnFace.Pixels(40, RandomStream.Named("face", 2), 48));
        Assert.NotEqual(face, DrawnFace.Pixels(80, RandomStream.Named("face", 1), 48));
        Assert.InRange(face.Select(value => (double)value).Average(), 10, 245);
    }

    [Fact]
    public void Cues_change_with_age_on_average_and_nuisance_does_not()
    {
        FaceLook[] Looks(double age) => [.. Enumerable.Range(0, 300).Select(i => FaceLook.Draw(age, RandomStream.Named("look", age, i)))];
        FaceLook[] child = Looks(6), adult = Looks(35), old = Looks(80);
        Assert.True(child.Average(look => look.Growth) < 0.6 && adult.All(look => look.Growth >= 1));
        foreach (Func<FaceLook, double> cue in (Func<FaceLook, double>[])[look => look.Wrinkles, look => look.Sag, look => look.Grey, look => look.Recession, look => look.Texture])
        {
            Assert.True(child.Average(cue) <= adult.Average(cue) && adult.Average(cue) + 0.2 < old.Average(cue));
        }

        foreach (Func<FaceLook, double> nuisance in (Func<FaceLook, double>[])[look => look.Tone, look => look.HairColour, look => look.Light, look => look.Glasses > 0 ? 1 : 0, look => look.Smile])
        {
            Assert.Equal(adult.Average(nuisance), old.Average(nuisance), 0.12);
        }
    }

    [Fact]
    public void The_set_has_the_ages_and_the_split_of_AgeDB()
    {
        ImageEntry[] entries = [.. new BuiltInFaces().Read(new ProblemLog())];
        Assert.Equal(16_488, entries.Length);
        Assert.Equal(entries.Length, entries.Select(entry => entry.Name).Distinct().Count());
        foreach (Subset subset in Enum.GetValues<Subset>())
        {
            LabelCounts own = LabelCounts.Of([.. entries.Where(entry => entry.Subset == subset).Select(entry => entry.Label)]);
            Assert.All(Enumerable.Range(0, 110), age => Assert.Equal(AgeDistributions.AgeDb(subset).InBin(age), own.InBin(age)));
        }
    }

    [Fact]
    public void A_smaller_set_is_part_of_a_larger_one_and_comes_out_of_the_cache_as_drawn()
    {
        using TemporaryFolder folder = new();
        BuiltInFaces few = new(0.01);
        string[] all = [.. new BuiltInFaces(0.5).Read(new ProblemLog()).Select(entry => entry.Name)];
        using ImageCache cache = ImageCache.Open(few, 24, folder.FullPath);
        Assert.Empty(cache.Names.Except(all));
        Assert.Equal(few.Counts(Subset.Train).Total, cache.Subsets!.Count(subset => subset == Subset.Train));
        Assert.Equal(few.Read(new ProblemLog()).ElementAt(50).Pixels(24).Planes, cache.Pixels(50).ToArray());
        Assert.Equal((1, 0.2), (few.Shots.ManyAbove, few.Shots.FewBelow));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BuiltInFaces(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnFace.Pixels(-1, RandomStream.Named("x"), 48));
    }

    [Fact]
    public void A_contact_sheet_is_a_png_of_all_pictures_and_needs_no_other_file()
    {
        byte[] face = DrawnFace.Pixels(30, RandomStream.Named("sheet"), 32);
        byte[] png = ContactSheet.Png([[face, face, face], [face]], 32);
        Assert.Equal(3 * 8 * 8, ImageDecoder.Decode(png, 8).Length);
        string html = ContactSheet.Html("Drawn <faces>", [("30 years", [face]), ("none", [])], 32);
        Assert.Contains("Drawn &lt;faces&gt;", html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,", html, StringComparison.Ordinal);
        Assert.DoesNotContain("none", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ContactSheet.Png([[]], 32));
    }
}
