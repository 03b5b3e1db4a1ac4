namespace RegCls.Data.Images;

/// <summary>The body of a cache: blocks of one length behind a header.</summary>
internal static class BlockFile
{
    /// <summary>Takes blocks out; those that stay move together, and the file ends behind them.</summary>
    /// <param name="stream">The file, which is left at its end.</param>
    /// <param name="header">Bytes before the first block.</param>
    /// <param name="length">Bytes of a block.</param>
    /// <param name="kept">[N] which blocks stay.</param>
    public static void Keep(FileStream stream, int header, int length, IReadOnlyList<bool> kept)
    {
        byte[] block = new byte[length];
        int next = 0;
        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i])
            {
                if (next != i)
                {
                    stream.Position = header + (long)i * length;
                    stream.ReadExactly(block);
                    stream.Position = header + (long)next * length;
                    stream.Write(block);
                }

                next++;
            }
        }

        stream.SetLength(header + (long)next * length);
        stream.Position = stream.Length;
    }
}
