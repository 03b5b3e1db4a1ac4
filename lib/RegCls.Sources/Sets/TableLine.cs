using System.Text;

namespace RegCls.Data.Sets;

/// <summary>The rule for lines of a table: a line of the file is a row. A quote that is opened and not closed spoils its own line and no other.</summary>
internal static class TableLine
{
    /// <summary>The fields of a line; null where a quote is opened and not closed.</summary>
    /// <param name="line">Fields with commas between. One that begins with a quote ends with one; inside, two quotes are one.</param>
    public static string[]? Fields(string line)
    {
        List<string> fields = [];
        int at = 0;
        while (at <= line.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                StringBuilder field = new();
                for (at++; ; at++)
                {
                    if (at >= line.Length)
                    {
                        return null;
                    }

                    if (line[at] != '"')
                    {
                        field.Append(line[at]);
                    }
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                    {
                        field.Append(line[at++]);
                    }
                    else
                    {
                        break;
                    }
                }

                // What stands between the closing quote and the comma belongs to the field.
                int comma = line.IndexOf(',', ++at);
                int end = comma < 0 ? line.Length : comma;
                fields.Add(field.Append(line, at, end - at).ToString());
                at = end + 1;
            }
            else
            {
                int comma = line.IndexOf(',', at), end = comma < 0 ? line.Length : comma;
                fields.Add(line[at..end]);
                at = end + 1;
            }
        }

        return [.. fields];
    }
}
