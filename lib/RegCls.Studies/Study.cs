namespace RegCls.Studies;

/// <summary>A named grid of models, of whatever kind.</summary>
/// <param name="Name">Short name, as in file names and on the command line.</param>
/// <param name="Description">One sentence: what it reproduces.</param>
/// <param name="Profile">How much of it this is.</param>
public abstract record Study(string Name, string Description, Profile Profile)
{
    /// <summary>The models, each once.</summary>
    public abstract IReadOnlyList<IRunConfiguration> Runs { get; }

    /// <summary>What determines a model: the type whose fields are the factors of the grid.</summary>
    internal abstract Type RunType { get; }
}

/// <summary>A named grid of models of one kind.</summary>
/// <typeparam name="TRun">What determines a model.</typeparam>
/// <param name="Name">Short name, as in file names and on the command line.</param>
/// <param name="Description">One sentence: what it reproduces.</param>
/// <param name="Profile">How much of it this is.</param>
/// <param name="Configurations">The models, each once.</param>
public sealed record Study<TRun>(string Name, string Description, Profile Profile, IReadOnlyList<TRun> Configurations) : Study(Name, Description, Profile)
    where TRun : class, IRunConfiguration
{
    /// <inheritdoc/>
    public override IReadOnlyList<IRunConfiguration> Runs => Configurations;

    /// <inheritdoc/>
    internal override Type RunType => typeof(TRun);
}
