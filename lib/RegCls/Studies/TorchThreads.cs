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

    /// <summary>Sets the number of threads it was before.</summary>
    public void Dispose()
    {
        if (before is { } threads)
        {
            torch.set_num_threads(threads);
        }
    }
}
