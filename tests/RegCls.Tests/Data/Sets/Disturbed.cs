using System.Globalization;

namespace RegCls.Tests.Data.Sets;

/// <summary>A valid data set on disk that is disturbed, and what that must do to the account of its reader.</summary>
internal sealed class Disturbed
{
    public Disturbed(string folder, string[] names, Random random)
    {
        Folder = folder;
        Random = random;
        Found = names.Length;
        left = [.. names];
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(left));
    }

    private readonly List<string> left;

    public string Folder { get; }

    public Random Random { get; }

    /// <summary>How many units there are.</summary>
    public int Found { get; private set; }

    public int LeftOut { get; private set; }

    public int NoSamples { get; private set; }

    /// <summary>A sample that was not disturbed yet.</summary>
    public string Next()
    {
        string name = left[^1];
        left.RemoveAt(left.Count - 1);
        return name;
    }

    /// <summary>Notes what a disturbance does.</summary>
    public void Count(int more = 0, int leftOut = 0, int noSamples = 0)
    {
        Found += more;
        LeftOut += leftOut;
        NoSamples += noSamples;
    }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public void Truncate(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path(name));
        File.WriteAllBytes(Path(name), bytes[..(bytes.Length / 2)]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Found} found, {LeftOut} left out, {NoSamples} no samples");
}
