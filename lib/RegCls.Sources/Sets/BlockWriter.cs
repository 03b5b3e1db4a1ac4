namespace RegCls.Data.Sets;

/// <summary>Writes the blocks of a <see cref="MappedCache{TContent}"/>, one after the other.</summary>
/// <param name="stream">The file, at the place of the first block.</param>
/// <param name="length">Bytes of a block.</param>
internal sealed class BlockWriter(FileStream stream, int length)
{
    private readonly long first = stream.Position;

    /// <summary>Adds blocks: one, or some that lie side by side.</summary>
    public void Add(ReadOnlySpan<byte> blocks) => stream.Write(blocks);

    /// <summary>Takes blocks out; those that stay move together.</summary>
    /// <param name="kept">[N] which blocks stay.</param>
    public void Keep(IReadOnlyList<bool> kept)
    {
        byte[] block = new byte[length];
        int next = 0;
        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i])
            {
                if (next != i)
                {
                    stream.Position = first + (long)i * length;
                    stream.ReadExactly(block);
                    stream.Position = first + (long)next * length;
                    stream.Write(block);
                }

                next++;
            }
        }

        stream.SetLength(first + (long)next * length);
        stream.Position = stream.Length;
    }
}
