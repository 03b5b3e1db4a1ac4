using System.Diagnostics;
using RegCls.Training.Depth;

namespace RegCls.Studies.Depth;

/// <summary>Runs a study as <see cref="DepthRunner.Run"/> does, and looks at the models before they are gone.</summary>
public static class DepthLive
{
    /// <summary>Trains and tests all models of a study; nothing is read from or written to files.</summary>
    /// <param name="study">What to train; all of its models on the same frames.</param>
    /// <param name="frames">The frames.</param>
    /// <param name="examples">Looks at each model.</param>
    /// <param name="options">Progress, cores, cancellation.</param>
    /// <returns>One record a model, in the order of the study.</returns>
    /// <exception cref="InvalidOperationException">A training diverged.</exception>
    public static IReadOnlyList<DepthRecord> Run(Study<DepthRun> study, DepthFrames frames, DepthExamples examples, StudyRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(examples);
        return StudyWork.Run(study, null, _ => new StudyPlan<DepthRecord>([.. study.Configurations.Select(Func<CancellationToken, IEnumerable<DepthRecord>> (run) => cancellation => [Record(run, cancellation)])], true), options ?? new());

        DepthRecord Record(DepthRun run, CancellationToken cancellation)
        {
            Stopwatch watch = Stopwatch.StartNew();
            using TrainedDepthModel model = DepthRunner.Train(run, frames, cancellation: cancellation);
            double seconds = watch.Elapsed.TotalSeconds;
            examples.Add(run, model, cancellation);
            return DepthRunner.Test(run, frames, model, seconds, cancellation);
        }
    }
}
