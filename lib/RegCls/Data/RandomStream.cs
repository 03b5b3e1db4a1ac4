using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegCls.Data;

/// <summary>
/// A random stream that is known by its name: the xoshiro256** generator of Blackman and Vigna (2018), its 256 bits of
/// state taken from the SHA-256 of a path such as <c>("1D study", 3, 2732, "shuffle")</c>.
/// </summary>
/// <remarks>
/// Every use of randomness has a path of its own, so adding a draw in one place never moves the numbers of another, and
/// any replica can be trained alone with exactly the numbers it sees in a batch. Integers and uniform numbers are the
/// same on every platform; Gaussian numbers use <see cref="Math.Log(double)"/>, whose last bit may depend on the system.
/// Not thread-safe: give each thread its own name.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is what the field calls it.")]
public sealed class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spareGaussian = double.NaN;

    private RandomStream(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    /// <summary>The stream of a path; equal paths give equal numbers, on every machine.</summary>
    /// <param name="path">Strings, numbers or enum values. Each is written as invariant text, so 3 and "3" are the same
    /// component; components do not run into each other: ("a", "bc") and ("ab", "c") are two streams.</param>
    /// <exception cref="ArgumentException">The path is empty or holds something that has no invariant text.</exception>
    public static RandomStream Named(params object[] path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw new ArgumentException("A random stream got an empty path where at least one component was expected; name what the numbers are for.", nameof(path));
        }

        var text = new StringBuilder();
        for (var i = 0; i < path.Length; i++)
        {
            var component = TextOf(path[i], i);
            text.Append(CultureInfo.InvariantCulture, $"{component.Length}:").Append(component).Append('/');
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return FromState(
            BinaryPrimitives.ReadUInt64LittleEndian(hash),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[24..]));
    }

    /// <summary>The stream that starts at a given state of xoshiro256**.</summary>
    /// <exception cref="ArgumentException">All four words are zero: the generator would only ever return zeros.</exception>
    public static RandomStream FromState(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        if ((s0 | s1 | s2 | s3) == 0)
        {
            throw new ArgumentException("The state of xoshiro256** is all zeros, from which it never leaves; at least one word must differ from zero.", nameof(s0));
        }

        return new RandomStream(s0, s1, s2, s3);
    }

    /// <summary>Where the stream is, as a text.</summary>
    internal string State
    {
        get => string.Create(CultureInfo.InvariantCulture, $"{_s0} {_s1} {_s2} {_s3} {_spareGaussian:R}");
        set
        {
            var words = value.Split(' ');
            (_s0, _s1, _s2, _s3) = (Word(0), Word(1), Word(2), Word(3));
            _spareGaussian = double.Parse(words[4], CultureInfo.InvariantCulture);

            ulong Word(int place) => ulong.Parse(words[place], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextUInt64()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A uniform number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <exception cref="ArgumentException">An end is not finite, or <paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public double NextUniform(double low, double high)
    {
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentException($"A uniform number was asked for in [{low:R}, {high:R}); expected finite ends with low < high.", nameof(high));
        }

        double value;
        do
        {
            value = low + ((high - low) * NextDouble());
        }
        while (value >= high); // rounding may land on the excluded end
        return value;
    }

    /// <summary>An integer in [0, <paramref name="exclusive"/>), every value equally likely (Lemire's rejection, no modulo bias).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusive"/> is not positive.</exception>
    public int NextInt32(int exclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusive);
        var range = (ulong)exclusive;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var threshold = unchecked(0UL - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>A standard normal number (Marsaglia's polar method; the second of each pair is kept for the next call).</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            var spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }

        double u, v, square;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            square = (u * u) + (v * v);
        }
        while (square >= 1 || square == 0);
        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spareGaussian = v * factor;
        return u * factor;
    }

    /// <summary>Puts the values into a uniformly random order, in place (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = NextInt32(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static string TextOf(object component, int position) => component switch
    {
        string text => text,
        Enum value => value.ToString(),
        double value => value.ToString("R", CultureInfo.InvariantCulture),
        int or long or uint or ulong or short or byte => ((IFormattable)component).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"Component {position} of a random stream's path is {component?.GetType().Name ?? "null"}; expected a string, an integer, a double or an enum value.", nameof(component)),
    };
}
