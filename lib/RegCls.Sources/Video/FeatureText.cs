namespace RegCls.Data.Video;

/// <summary>Reads a text of numbers, a row a line, separated by blanks, tabs or commas.</summary>
internal static class FeatureText
{
    /// <summary>The rows of a text.</summary>
    /// <param name="text">The bytes of the file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="check">Is told the first row's number of columns; throws where that cannot be.</param>
    /// <returns>All numbers, row after row, and the number of columns. A row with another number of columns than the first, or a number that is none, throws.</returns>
    /// <exception cref="InvalidDataException">The text is not such rows; the message names file and line.</exception>
    public static (float[] Values, int Columns) Read(ReadOnlySpan<byte> text, string path, Action<int, string> check)
    {
        // About eleven bytes a number; the array grows where they are fewer.
        float[] values = new float[text.Length / 8 + 16];
        int count = 0, columns = 0, line = 0;
        while (!text.IsEmpty)
        {
            line++;
            int end = text.IndexOf((byte)'\n');
            bool torn = end < 0;
            ReadOnlySpan<byte> row = torn ? text : text[..end];
            text = torn ? [] : text[(end + 1)..];
            int before = count;
            ReadRow(row, ref values, ref count, path, line);
            if (count == before)
            {
                continue;
            }

            if (columns == 0)
            {
                columns = count - before;
                check(columns, $"{path}, line {line}");
            }
            else if (count - before != columns)
            {
                throw new InvalidDataException($"{path}, line {line}: {(torn ? "the last row is torn, it has" : "the row has")} {count - before} numbers, the rows before it have {columns}: copy the file again or delete the line.");
            }
        }

        return columns > 0
            ? (values[..count], columns)
            : throw new InvalidDataException($"{path}, line 1: the file holds no row of numbers: copy it again or move it away.");
    }

    private static void ReadRow(ReadOnlySpan<byte> row, ref float[] values, ref int count, string path, int line)
    {
        int at = 0;
        while (true)
        {
            while (at < row.Length && row[at] is (byte)' ' or (byte)'\t' or (byte)',' or (byte)'\r')
            {
                at++;
            }

            if (at >= row.Length)
            {
                return;
            }

            if (!NumberText.TryRead(row[at..], out double value, out int length) || !double.IsFinite(value) || !IsEnd(row, at + length))
            {
                int end = row[at..].IndexOfAny(" \t,\r"u8);
                string word = System.Text.Encoding.UTF8.GetString(row.Slice(at, Math.Min(end < 0 ? row.Length - at : end, 40)));
                throw new InvalidDataException($"{path}, line {line}: '{word}' is not a finite number, expected features: repair the line or move the file away.");
            }

            if (count == values.Length)
            {
                Array.Resize(ref values, values.Length * 2);
            }

            values[count++] = (float)value;
            at += length;
        }
    }

    private static bool IsEnd(ReadOnlySpan<byte> row, int at) => at >= row.Length || row[at] is (byte)' ' or (byte)'\t' or (byte)',' or (byte)'\r';
}
