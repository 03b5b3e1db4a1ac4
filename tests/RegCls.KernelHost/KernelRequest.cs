namespace RegCls.KernelHost;

/// <summary>What the tests ask for.</summary>
/// <param name="Folder">The current folder of the kernel, as that of the notebook is.</param>
/// <param name="Cells">The cells, in order.</param>
internal sealed record KernelRequest(string Folder, KernelCell[] Cells);
