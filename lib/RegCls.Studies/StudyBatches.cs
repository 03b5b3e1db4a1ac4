namespace RegCls.Studies;

/// <summary>
/// Models that are trained together. Replicas of one batched network round as the batch is made up, so a batch is never cut: it depends on the study alone, not on what is recorded, and stays whole
/// in one part of a study.
/// </summary>
internal static class StudyBatches
{
    /// <summary>
    /// Cuts models into batches of one data set and network, in the order of the study. All batches of a network but the last are full, so that any choice of whole batches, in order, is cut
    /// into the same ones again.
    /// </summary>
    public static IEnumerable<TRun[]> Of<TRun>(IEnumerable<TRun> runs)
        where TRun : class, IRunConfiguration =>
        runs.GroupBy(run => (run.DataSet, run.Network)).SelectMany(group => group.Chunk(group.First().Replicas));
}
