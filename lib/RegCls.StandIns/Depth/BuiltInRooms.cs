using System.Globalization;
using RegCls.Data.Depth.Rooms;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// Rooms rendered by code, with exact depth: a stand-in for NYUD2-DIR that can be shipped. Boxes, cylinders and ellipsoids make furniture, lamps give light and shadow; sizes of rooms are drawn so that the depths
/// of the pixels are spread as NYUD2-DIR's, as well as geometry allows. Glass, and what is nearer than 0.7 m or 10 m away and farther, has no known depth. It shows how methods behave on long-tailed depth; no number from it says anything
/// about photographs.
/// </summary>
public sealed class BuiltInRooms : IDepthSource
{
    // Part of the identity: raised when the same seed gives another picture.
    private const int Drawing = 1;
    private readonly int training;
    private readonly int validation;
    private readonly int test;
    private readonly int frames;
    private readonly int seed;

    /// <summary>A set of rooms. A smaller set of the same seed is part of a larger one.</summary>
    /// <param name="training">Rooms to train on.</param>
    /// <param name="validation">Other rooms, to choose by.</param>
    /// <param name="test">Other rooms, to report on.</param>
    /// <param name="frames">Pictures of each room.</param>
    /// <param name="seed">Names the random streams.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of rooms is negative, or there is no picture.</exception>
    public BuiltInRooms(int training = 120, int validation = 30, int test = 30, int frames = 4, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(training);
        ArgumentOutOfRangeException.ThrowIfNegative(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfLessThan(training + validation + test, 1, nameof(training));
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        (this.training, this.validation, this.test, this.frames, this.seed) = (training, validation, test, frames, seed);
    }

    /// <inheritdoc/>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"Rooms rendered by code (a stand-in): {training} to train, {validation} to choose, {test} to test, {frames} pictures each");

    /// <inheritdoc/>
    public string Identity => string.Create(CultureInfo.InvariantCulture, $"built-in rooms, drawing {Drawing}, {training}, {validation}, {test}, frames {frames}, seed {seed}");

    /// <inheritdoc/>
    public bool HasMasks => false;

    /// <inheritdoc/>
    public bool UnitIsSaid => true;

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        foreach (Subset subset in Enum.GetValues<Subset>())
        {
            for (int number = 0; number < (subset switch { Subset.Train => training, Subset.Validation => validation, _ => test }); number++)
            {
                string group = string.Create(CultureInfo.InvariantCulture, $"{subset}-{number:0000}");
                Lazy<Room> room = new(() => Draw(group));
                for (int frame = 0; frame < frames; frame++)
                {
                    string name = string.Create(CultureInfo.InvariantCulture, $"{group}/{frame:00}");
                    problems.Find("rendered pictures");
                    yield return new DepthEntry(name, group, subset, (width, height) => Render(room.Value, name, width, height));
                }
            }
        }
    }

    private Room Draw(string group)
    {
        RandomStream stream = RandomStream.Named("built-in room", seed, group);
        return RoomBuilder.Build(RoomScale.Draw(stream), stream);
    }

    private DepthPicture Render(Room room, string name, int width, int height)
    {
        RandomStream stream = RandomStream.Named("picture of a built-in room", seed, name);
        return RoomRenderer.Render(room, RoomCamera.Draw(room, stream), stream, width, height);
    }
}
