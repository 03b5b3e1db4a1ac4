using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data.Labels;

public class PersonSplitTests
{
    [Theory]
    [InlineData("imdb_crop/01/nm0000001_rm124825600_1899-5-10_1968.jpg", "nm0000001")]
    [InlineData("wiki_crop/23/4023_1950-01-31_2010.jpg", "4023")]
    [InlineData("AgeDB/7_JaneDoe_35_f.jpg", "JaneDoe")]
    [InlineData("AgeDB\\8_JoséExemple_101_m.jpg", "JoséExemple")]
    [InlineData("001A05.JPG", "001")]
    [InlineData("001A43b.jpg", "001")]
    [InlineData("009055_1M54.JPG", "009055")]
    [InlineData("35_1_0_20170109150557335.jpg.chip.jpg", null)]
    [InlineData("faces/0001.png", null)]
    [InlineData("AgeDB/7_35_f.jpg", null)]
    public void The_name_tells_the_person(string name, string? person) => Assert.Equal(person, PersonName.Of(name));

    [Fact]
    public void A_person_is_in_one_part_whatever_the_order_and_no_part_takes_more_of_a_label_than_the_rule_allows()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Random random = new(seed);
            (string Name, double Label)[] pictures =
            [
                .. Enumerable.Range(0, 80).SelectMany(person => Enumerable.Range(0, random.Next(1, 9)).Select(k => ($"{random.Next(1_000_000)}_Person{person}_{30 + k}_f.jpg", (double)random.Next(30, 40)))).DistinctBy(picture => picture.Item1),
            ];
            DirSplit rule = new() { MostPerBin = random.Next(2, 20) };
            Subset[] parts = rule.SplitByName([.. pictures.Select(picture => picture.Name)], [.. pictures.Select(picture => picture.Label)], seed)!;
            var placed = pictures.Zip(parts, (picture, part) => (picture.Name, picture.Label, Part: part, Person: picture.Name.Split('_')[1])).ToList();
            Assert.All(placed.GroupBy(picture => picture.Person), person => Assert.Single(person.Select(picture => picture.Part).Distinct()));
            foreach (IGrouping<double, (string, double, Subset Part, string)> label in placed.GroupBy(picture => picture.Label))
            {
                Assert.All((Subset[])[Subset.Validation, Subset.Test], part => Assert.InRange(label.Count(picture => picture.Part == part), 0, rule.Taken(label.Count())));
            }

            Assert.Equal(Enum.GetValues<Subset>().Order(), parts.Distinct().Order());
            (string Name, double Label)[] backwards = [.. pictures.Reverse()];
            Assert.Equal(parts.Reverse(), rule.SplitByName([.. backwards.Select(picture => picture.Name)], [.. backwards.Select(picture => picture.Label)], seed));
        }
    }

    [Fact]
    public void A_published_split_is_kept_and_the_persons_it_mixes_are_counted()
    {
        using TemporaryFolder folder = new();
        string[] rows = ["30,AgeDB/0_Ann_30_f.jpg,train", "31,AgeDB/1_Ann_31_f.jpg,test", "40,AgeDB/2_Bob_40_m.jpg,train", "41,AgeDB/3_Bob_41_m.jpg,train", "50,AgeDB/4_Cleo_50_f.jpg,val"];
        MadeUpImages.Folder(folder.FullPath, [.. rows.Select((row, i) => (row.Split(',')[1], MadeUpImages.Jpeg(i, 24, 24))), ("agedb.csv", System.Text.Encoding.UTF8.GetBytes("age,path,split\n" + string.Join('\n', rows)))]);
        DataReport report = AgeDataSets.AgeDb.Check(folder.FullPath);
        Assert.Equal([3, 1, 1], report.Parts.Select(part => part.Count));
        Assert.Contains("3 told by the names, 1 of them in more than one part, as the data set's own split has it", Assert.Single(report.Facts, fact => fact.Name == "persons").Value, StringComparison.Ordinal);
    }
}
