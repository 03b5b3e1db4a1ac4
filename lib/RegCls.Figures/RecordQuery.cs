using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using CsvHelper;
using Deedle;
using Microsoft.Data.Sqlite;
using RegCls.Data;

namespace RegCls.Studies;

/// <summary>Questions in SQL over recorded studies. Each study is a table of its name with the columns of its file; they are read into memory, and nothing that a question does reaches a file.</summary>
public static class RecordQuery
{
    private const string Library = "e_sqlite3";

    private static readonly Lazy<bool> Ready = new(SetUp);

    /// <summary>Asks.</summary>
    /// <param name="sql">One SELECT of SQLite's language; names with a hyphen stand in double quotes.</param>
    /// <param name="studies">The studies it asks of, by the names of their files in <c>data/recorded</c>.</param>
    /// <returns>The rows in order, keyed 0, 1, …; NULL is missing.</returns>
    /// <exception cref="ArgumentException">The question cannot be answered; the message says why, and which columns there are.</exception>
    /// <exception cref="FileNotFoundException">A study is not recorded.</exception>
    public static Frame<int, string> Run(string sql, params IReadOnlyList<string> studies)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        _ = Ready.Value;
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        Dictionary<string, string[]> tables = studies.ToDictionary(study => study, study => Load(connection, study));
        Execute(connection, "PRAGMA query_only = ON");
        try
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            using SqliteDataReader reader = command.ExecuteReader();
            return Read(reader);
        }
        catch (Exception problem) when (problem is SqliteException or InvalidOperationException)
        {
            string columns = string.Join("; ", tables.Select(table => $"{table.Key}: {string.Join(", ", table.Value)}"));
            throw new ArgumentException($"The question cannot be answered ({problem.Message.TrimEnd('.')}); there is {columns}.", nameof(sql), problem);
        }
    }

    private static string[] Load(SqliteConnection connection, string study)
    {
        if (study.Length == 0 || !study.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"'{study}' is no study's name, expected letters, digits and hyphens, as in fig4.", nameof(study));
        }

        using StreamReader file = new(DataFiles.Find($"recorded/{study}.csv"));
        using CsvReader csv = new(file, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        string[] columns = csv.HeaderRecord!;
        Execute(connection, $"CREATE TABLE \"{study}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{study}\" VALUES ({string.Join(", ", columns.Select((_, index) => $"$c{index}"))})";
        SqliteParameter[] parameters = [.. columns.Select((_, index) => insert.Parameters.Add(new SqliteParameter($"$c{index}", null)))];
        while (csv.Read())
        {
            for (int column = 0; column < columns.Length; column++)
            {
                parameters[column].Value = Value(csv.GetField(column) ?? "");
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return columns;
    }

    private static object Value(string text) => text.Length == 0 ? DBNull.Value
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? whole
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
        : text;

    private static Frame<int, string> Read(SqliteDataReader reader)
    {
        List<object[]> rows = [];
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        int[] keys = [.. Enumerable.Range(0, rows.Count)];
        Frame<int, string> frame = Frame.FromRowKeys(keys);
        for (int column = 0; column < reader.FieldCount; column++)
        {
            int[] known = [.. keys.Where(row => rows[row][column] is not DBNull)];
            frame.AddColumn(reader.GetName(column), new Series<int, object>(known, known.Select(row => rows[row][column])));
        }

        return frame;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // The native library stands in the bundle, as libtorch does, whoever asks.
    private static bool SetUp()
    {
        Assembly provider = typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly;
        string file = OperatingSystem.IsWindows() ? $"{Library}.dll" : OperatingSystem.IsMacOS() ? $"lib{Library}.dylib" : $"lib{Library}.so";
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == Library && NativeLibraries.FindFolder() is { } folder && File.Exists(Path.Combine(folder, file))
            ? NativeLibrary.Load(Path.Combine(folder, file))
            : 0);
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
        return true;
    }
}
