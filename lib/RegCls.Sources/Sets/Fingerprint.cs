using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegCls.Data.Sets;

/// <summary>
/// Names data by what was read of them: names, sizes, labels, parts and contents, whatever folder or archive they came from. A model is recorded with the fingerprint of its data, so that other data are not taken for them.
/// </summary>
internal sealed class Fingerprint : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds what describes a sample, in an order that does not depend on the machine.</summary>
    public Fingerprint Add(FormattableString line)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
        return this;
    }

    /// <summary>Adds a sample's content.</summary>
    public Fingerprint Add(ReadOnlySpan<byte> content)
    {
        hash.AppendData(content);
        return this;
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash())[..16];

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
