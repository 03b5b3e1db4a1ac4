using RegCls.Studies;

namespace RegCls.Tables;

/// <summary>How a table is compared on. The defaults are a demonstration of about a minute; verdicts to rely on take the full profile.</summary>
public sealed record OwnStudyOptions
{
    /// <summary>How much is trained: splits, trials and steps, see <see cref="OwnBudget"/>.</summary>
    public Profile Profile { get; init; } = Profile.Quick;

    /// <summary>Numbers of classes C; each trial of reg+cls draws one of them.</summary>
    public IReadOnlyList<int> Classes { get; init; } = [4, 16, 64];

    /// <summary>Number of random splits; null for the profile's. Without effect where <see cref="Folds"/> is given.</summary>
    public int? Splits { get; init; }

    /// <summary>Number of folds, each tested on once; null for random splits.</summary>
    public int? Folds { get; init; }

    /// <summary>Trials of the random search of each arm; null for the profile's.</summary>
    public int? Trials { get; init; }

    /// <summary>Steps of each training; null for the profile's.</summary>
    public int? Steps { get; init; }

    /// <summary>Widths of the hidden layers.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>Names all random numbers: splits, trials, initial weights.</summary>
    public int Seed { get; init; }

    /// <summary>Trains this part only and gives no answer; null for all.</summary>
    public StudyShard? Shard { get; init; }

    /// <summary>File of records, gone on with; null keeps them in memory.</summary>
    public string? Records { get; init; }

    /// <summary>Files of records whose models are taken over.</summary>
    public IReadOnlyList<string> TakeFrom { get; init; } = [];

    /// <summary>Cores to use; null for all.</summary>
    public int? Workers { get; init; }

    /// <summary>Told the share of models that are there, earlier records included; an <see cref="IStudyProgress"/> their number too.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Stops between two steps; recorded models are kept.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The sizes.</summary>
    public OwnBudget Budget => OwnBudget.Of(this);
}
