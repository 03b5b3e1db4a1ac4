using System.Text;

namespace RegCls.Tests.Fuzz;

/// <summary>Damages bytes in the ways that files are damaged: cut, flipped, repeated, spliced, with numbers nobody expects.</summary>
internal static class Mutation
{
    private static readonly string[] Texts = ["-1", "0", "null", "99999999999999", "NaN", "1e308", "-1e308", "99999999999999999999", "2147483648", "\"", ",", ",,,,", "\n", "\r\n", "../../etc/passwd", "<script>", "[[[[[[[[", "{\"a\":", "\0", "é", "9999999,9999999"];

    public static byte[] Of(byte[] bytes, Random random)
    {
        List<byte> result = [.. bytes];
        for (int times = 1 + random.Next(3); times > 0; times--)
        {
            int at = result.Count == 0 ? 0 : random.Next(result.Count), length = Math.Min(result.Count - at, 1 + random.Next(64));
            switch (random.Next(9))
            {
                case 0:
                    result.RemoveRange(at, result.Count - at);
                    break;
                case 1:
                    result.RemoveRange(at, length);
                    break;
                case 2:
                    result.InsertRange(at, Enumerable.Repeat(result.GetRange(at, length), 1 + random.Next(40)).SelectMany(part => part).ToArray());
                    break;
                case 3:
                    result.InsertRange(at, Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)]));
                    break;
                case 4:
                    Put(result, at, Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)]));
                    break;
                case 5:
                    // A number of 4 or 8 bytes, as headers have them: very large, negative, or one.
                    Put(result, at, BitConverter.GetBytes(random.Next(4) switch { 0 => long.MaxValue, 1 => -1L, 2 => int.MaxValue, _ => 1L }).AsSpan(0, random.Next(2) == 0 ? 4 : 8).ToArray());
                    break;
                case 6:
                    for (int i = 0; i < length; i++)
                    {
                        result[at + i] = (byte)random.Next(256);
                    }

                    break;
                case 7:
                    if (result.Count > 0)
                    {
                        int to = random.Next(result.Count);
                        Put(result, to, [.. result.GetRange(at, length)]);
                    }

                    break;
                default:
                    if (result.Count > 0)
                    {
                        result[at] ^= (byte)(1 << random.Next(8));
                    }

                    break;
            }
        }

        return [.. result];
    }

    private static void Put(List<byte> bytes, int at, byte[] part)
    {
        for (int i = 0; i < part.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = part[i];
        }
    }
}
