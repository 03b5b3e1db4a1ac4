namespace RegCls.Studies;

/// <summary>The work of a study, cut into pieces that one core does each.</summary>
/// <typeparam name="TRecord">The kind of records.</typeparam>
/// <param name="Jobs">
/// The pieces. Each yields records as soon as it has them, also of models that are recorded already if it trained them again; a model depends on its configuration alone,
/// so these are the same.
/// </param>
/// <param name="UsesTensors">Whether a piece trains with libtorch, whose threads would then be more than the cores.</param>
internal sealed record StudyPlan<TRecord>(IReadOnlyList<Func<CancellationToken, IEnumerable<TRecord>>> Jobs, bool UsesTensors);
