using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Studies.Searches;
using RegCls.Studies.Video;

namespace RegCls.Studies;

/// <summary>The studies there are. A new study is added here and nowhere else.</summary>
public static class StudyCatalogue
{
    /// <summary>All studies, in the order of the walkthrough.</summary>
    public static IReadOnlyList<StudyEntry> Entries { get; } =
    [
        Functions("fig3", Fig3Study.Create),
        Functions("fig4", Fig4Study.Create),
        Functions("fig4-ood", Fig4Study.CreateOutOfDistribution),
        Functions("fig3-own", Fig3OwnStudy.Create),
        Functions("appendix-b", AppendixBStudy.Create),
        Functions("fig5", Fig5Study.Create),
        Functions("deviations", DeviationsStudy.Create),
        Functions("precision", PrecisionStudy.Create),
        Functions("limits", LimitsStudy.Create),
        Functions("balanced-mse", BalancedMseStudy.Create),
        Functions("collapse", CollapseStudy.Create),
        Functions("collapse-uniform", CollapseStudy.CreateUniform),
        Functions("scales", ScalesStudy.Create),
        .. SearchCatalogue.All.SelectMany(IEnumerable<StudyEntry> (search) => search.IsTested ? [Functions(search.Name, search.Create), Functions(search.Name + "-test", search.CreateTest)] : [Functions(search.Name, search.Create)]),
        new StudyEntry<FeatureRun, FeatureRecord>("features", FeatureStudy.Create, FeatureStudy.Run),
        new StudyEntry<MechanismRun, MechanismRecord>("mechanism", MechanismStudy.Create, MechanismStudy.Run),
        Faces("age", AgeStudy.CreateDrawn),
        Faces("age-lambda", AgeStudy.CreateDrawnSearch),
        Faces("age-utk", AgeStudy.CreateUtk, readsData: true),
        Faces("age-utk-variants", AgeStudy.CreateVariants, readsData: true),
        Faces("age-utk-splits", AgeStudy.CreateSplits, readsData: true),
        Faces("age-imdb", AgeStudy.CreateImdb, readsData: true, hasPaper: true),
        Faces("age-agedb", AgeStudy.CreateAgeDb, readsData: true, hasPaper: true),
        Faces("age-utk-lambda", AgeStudy.CreateSearch, readsData: true),
        Depths("depth", DepthStudy.Create),
        Depths("depth-lambda", DepthStudy.CreateSearch),
        Depths("depth-nyud2", DepthStudy.CreateNyud2, readsData: true, hasPaper: true),
        Depths("depth-nyuv2", DepthStudy.CreateNyuLabelled, readsData: true),
        Depths("depth-rooms", DepthStudy.CreateRooms, readsData: true),
        Depths("depth-rooms-variants", DepthStudy.CreateRoomsVariants, readsData: true),
        Depths("depth-rooms-lambda", DepthStudy.CreateRoomsSearch, readsData: true),
        Videos("video", VideoStudy.CreateDense),
        Videos("video-sparse", VideoStudy.CreateSparse),
        Videos("video-lambda", VideoStudy.CreateSearch),
        Videos("video-lambda-below", VideoStudy.CreateSearchBelow),
        Videos("video-msr", VideoStudy.CreateMsr, readsData: true),
        Videos("video-msr-lambda", VideoStudy.CreateMsrSearch, readsData: true),
        Videos("video-msr-persons", VideoStudy.CreateMsrPersons, readsData: true),
        Videos("video-msr-persons-lambda", VideoStudy.CreateMsrPersonsSearch, readsData: true),
        Videos("video-msr-every-person-lambda", VideoStudy.CreateMsrEveryPersonSearch, readsData: true),
        Videos("video-breakfast", VideoStudy.CreateBreakfast, readsData: true),
    ];

    /// <summary>Every study in every profile.</summary>
    public static IReadOnlyList<Study> All() => [.. Entries.SelectMany(entry => entry.Profiles.Select(entry.Create))];

    /// <summary>The study of that name, or null.</summary>
    public static StudyEntry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name);

    /// <summary>Joins record files of one study, of whatever kind, as <see cref="RecordMerge.Merge"/>; the kind is told by the columns of the first file.</summary>
    /// <param name="inputs">The files to join.</param>
    /// <param name="output">The file to write; it is replaced only if it is one of the inputs.</param>
    /// <exception cref="InvalidDataException">A file is missing, torn, foreign or contradicts another; the message names file and line. Nothing was written.</exception>
    /// <exception cref="IOException">The output cannot be written, or another process is writing it.</exception>
    public static MergedRecords Merge(IReadOnlyList<string> inputs, string output)
    {
        string header = inputs.Count > 0 && File.Exists(inputs[0]) ? File.ReadLines(inputs[0]).FirstOrDefault("") : "";
        StudyEntry kind = Entries.FirstOrDefault(entry => entry.IsHeader(header)) ?? Entries[0];
        return kind.Merge(inputs, output, All());
    }

    private static StudyEntry<RunConfiguration, RunRecord> Functions(string name, Func<Profile, Study<RunConfiguration>> create) => new(
        name, create, (study, file, options) => StudyRunner.Run(study, file, options.Progress, options.Workers, options.Cancellation));

    private static StudyEntry<AgeRun, AgeRecord> Faces(string name, Func<Profile, Study<AgeRun>> create, bool readsData = false, bool hasPaper = false) => new(name, create, AgeRunner.Run, readsData, hasPaper, (run, settings) => run.With(settings));

    private static StudyEntry<VideoRun, VideoRecord> Videos(string name, Func<Profile, Study<VideoRun>> create, bool readsData = false) => new(name, create, VideoRunner.Run, readsData);

    private static StudyEntry<DepthRun, DepthRecord> Depths(string name, Func<Profile, Study<DepthRun>> create, bool readsData = false, bool hasPaper = false) => new(name, create, DepthRunner.Run, readsData, hasPaper, (run, settings) => run.With(settings));
}
