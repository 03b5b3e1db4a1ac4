using TorchSharp;

namespace RegCls.Studies;

/// <summary>libtorch's threads while a study trains: one for each of the study's own workers, which are the cores already.</summary>
internal sealed class TorchThreads : IDisposable
{
    private readonly int? before;

    private TorchThreads(int? before) => this.before = before;

    /// <summary>Sets one thread where tensors are used, until disposed.</summary>
    public static TorchThreads OneEach(bool tensorsAreUsed)
    {
        if (!tensorsAreUsed)
        {
            return new TorchThreads(null);
        }

        NativeLibraries.EnsureLoaded();
        int before = torch.get_num_threads();
        torch.set_num_threads(1);
        return new TorchThreads(before);
    }

    /// <summary>
    /// Sets one thread for the worker that calls, until disposed. libtorch keeps the number for each thread from its first parallel step on, so a worker that has worked before keeps the number of then,
    /// whatever another thread sets; and sums over other numbers of threads round otherwise.
    /// </summary>
    public IDisposable Here()
    {
        if (before is not null)
        {
            torch.set_num_threads(1);
        }

        return new TorchThreads(before);
    }

    /// <summary>Sets the number of threads it was before.</summary>
    public void Dispose()
    {
        if (before is { } threads)
        {
            torch.set_num_threads(threads);
        }
    }
}
