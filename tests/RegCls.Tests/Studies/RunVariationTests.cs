using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public sealed class RunVariationTests : IDisposable
{
    private static readonly RunConfiguration Run = Fig5Study.Create(Profile.Full).Configurations.First(run => run is { Arm: Arm.RegCls, ClassDefinition: ClassDefinition.Uniform });
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_as_published_has_none_and_keeps_the_hash_its_record_has()
    {
        RunConfiguration published = Fig3Study.Create(Profile.Full).Configurations[0];
        Assert.Equal((0, 2732, 0, Scenario.Clean, Sampling.Uniform, Arm.Reg), (published.Function, published.DataSeed, published.TrainingSeed, published.Scenario, published.Sampling, published.Arm));
        Assert.Equal("", published.Variation);
        Assert.Equal("616b220960c2366b", published.Hash);
    }

    [Fact]
    public void How_classes_are_made_survives_the_file_and_gives_a_hash_of_its_own()
    {
        RunConfiguration[] runs = [.. Enum.GetValues<ClassDefinition>().Select(definition => Run with { ClassDefinition = definition })];
        RecordFile<RunRecord> file = MadeUpRecords.Write(Path.Combine(folder.FullPath, "records.csv"), runs);
        Assert.Equal(runs, file.Read().Select(record => record.Configuration));
        Assert.Equal(["", "classes=Balanced", "classes=KeepOnly"], runs.Select(run => run.Variation));
        Assert.Equal(3, runs.Select(run => run.Hash).Distinct().Count());
        Assert.Contains(",classes=KeepOnly," + runs[2].Hash + ",", File.ReadAllLines(file.Path)[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depth=3", "the variation 'depth=3' is no setting of a run, expected name=value with one of classes")]
    [InlineData("Balanced", "the variation 'Balanced' is no setting of a run")]
    [InlineData("classes=Blanced", "the variation 'classes=Blanced' has a value that classes cannot take")]
    [InlineData("classes=", "the variation 'classes=' has a value that classes cannot take")]
    public void A_text_that_is_no_setting_is_told_with_file_and_line(string text, string sentence)
    {
        RecordFile<RunRecord> file = MadeUpRecords.Write(Path.Combine(folder.FullPath, "records.csv"), [Run, Run with { ClassDefinition = ClassDefinition.Balanced }]);
        File.WriteAllText(file.Path, File.ReadAllText(file.Path).Replace(",classes=Balanced,", $",{text},", StringComparison.Ordinal));
        string message = Assert.Throws<InvalidDataException>(file.Read).Message;
        Assert.Contains($"{file.Path}, line 3: {sentence}", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_known_setting_on_the_wrong_run_is_found_by_its_hash()
    {
        RecordFile<RunRecord> file = MadeUpRecords.Write(Path.Combine(folder.FullPath, "records.csv"), [Run with { ClassDefinition = ClassDefinition.Balanced }]);
        File.WriteAllText(file.Path, File.ReadAllText(file.Path).Replace("classes=Balanced", "classes=KeepOnly", StringComparison.Ordinal));
        Assert.Contains("line 2: the hash", Assert.Throws<InvalidDataException>(file.Read).Message, StringComparison.Ordinal);
    }
}
