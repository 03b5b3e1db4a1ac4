using Parquet;
using Parquet.Schema;

namespace RegCls.Tables.Reading;

/// <summary>Reads Parquet files with Parquet.Net: numbers, words, truth values, dates. Columns of lists and structures are there by name and refused where they are used.</summary>
internal static class ParquetTable
{
    public static OwnTable Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        try
        {
            // The reader is asynchronous only; a pool thread has no context that could wait for itself.
            return Task.Run(() => ReadAsync(path, file)).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not InvalidDataException)
        {
            throw new InvalidDataException($"{path} is not a Parquet file, or a broken one ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}): write it again.", error);
        }
    }

    private static async Task<OwnTable> ReadAsync(string path, Stream file)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        List<OwnColumn> columns = [];
        foreach (Field field in reader.Schema.Fields)
        {
            if (field is not DataField { IsArray: false } data)
            {
                columns.Add(OwnColumn.Unclear(field.Name, new string?[Rows(reader)], "holds lists or structures: make it numbers or words"));
                continue;
            }

            List<object?>? cells = [];
            for (int group = 0; group < reader.RowGroupCount && cells is not null; group++)
            {
                using ParquetRowGroupReader rows = reader.OpenRowGroupReader(group);
                object?[]? read = await CellsAsync(rows, data).ConfigureAwait(false);
                cells = read is null ? null : [.. cells, .. read];
            }

            columns.Add(cells is null
                ? OwnColumn.Unclear(field.Name, new string?[Rows(reader)], $"holds values of type {data.ClrType.Name}: make it numbers or words")
                : CellColumn.Of(field.Name, cells));
        }

        return Rows(reader) == 0
            ? throw new InvalidDataException($"{path} has no rows: expected at least {OwnData.FewestRows}.")
            : new OwnTable(path, columns);
    }

    private static int Rows(ParquetReader reader) => checked((int)reader.RowGroups.Sum(group => group.RowCount));

    // Null for a type that is neither number, word nor date: bytes, a time of day.
    private static async Task<object?[]?> CellsAsync(ParquetRowGroupReader rows, DataField field)
    {
        int count = checked((int)rows.RowCount);
        // A string is declared as memory of characters.
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            string?[] texts = new string?[count];
            await rows.ReadAsync(field, texts.AsMemory()!, null).ConfigureAwait(false);
            return texts;
        }

        return field.ClrType switch
        {
            Type type when type == typeof(double) => await ValuesAsync<double>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(float) => await ValuesAsync<float>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(decimal) => await ValuesAsync<decimal>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(bool) => await ValuesAsync<bool>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(sbyte) => await ValuesAsync<sbyte>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(byte) => await ValuesAsync<byte>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(short) => await ValuesAsync<short>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(ushort) => await ValuesAsync<ushort>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(int) => await ValuesAsync<int>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(uint) => await ValuesAsync<uint>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(long) => await ValuesAsync<long>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(ulong) => await ValuesAsync<ulong>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(DateTime) => await ValuesAsync<DateTime>(rows, field, count).ConfigureAwait(false),
            Type type when type == typeof(DateOnly) => await ValuesAsync<DateOnly>(rows, field, count).ConfigureAwait(false),
            _ => null,
        };
    }

    private static async Task<object?[]> ValuesAsync<T>(ParquetRowGroupReader rows, DataField field, int count)
        where T : struct
    {
        if (!field.IsNullable)
        {
            T[] plain = new T[count];
            await rows.ReadAsync(field, plain.AsMemory(), null).ConfigureAwait(false);
            return [.. plain.Select(value => (object?)value)];
        }

        T?[] values = new T?[count];
        await rows.ReadAsync(field, values.AsMemory(), null).ConfigureAwait(false);
        return [.. values.Select(value => (object?)value)];
    }
}
