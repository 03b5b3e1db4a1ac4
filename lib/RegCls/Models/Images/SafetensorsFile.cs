using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>Named tensors of a file of the safetensors format: eight bytes with the length of a JSON header, the header, then the numbers.</summary>
public sealed class SafetensorsFile
{
    private const int MostHeader = 100_000_000;
    private const string MetadataName = "__metadata__";
    private readonly string path;
    private readonly long start;
    private readonly Dictionary<string, (string Type, long[] Shape, long From, long To)> entries;

    private SafetensorsFile(string path, long start, Dictionary<string, (string, long[], long, long)> entries, IReadOnlyDictionary<string, string> metadata)
    {
        this.path = path;
        this.start = start;
        this.entries = entries;
        Metadata = metadata;
    }

    /// <summary>Texts that the file has beside its tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The names of the tensors.</summary>
    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <summary>Reads the header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not of the safetensors format, or shorter than its header says.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafetensorsFile Open(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        byte[] prefix = new byte[8];
        long length = stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) == 8 ? BinaryPrimitives.ReadInt64LittleEndian(prefix) : -1;
        if (length is <= 0 or > MostHeader || length > stream.Length - 8)
        {
            throw NotThatFormat(path);
        }

        byte[] header = new byte[length];
        stream.ReadExactly(header);
        Dictionary<string, (string, long[], long, long)> entries = [];
        Dictionary<string, string> metadata = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(header);
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                if (entry.Name == MetadataName)
                {
                    metadata = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "");
                    continue;
                }

                long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
                long[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
                if (offsets.Length != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > stream.Length - 8 - length)
                {
                    throw new InvalidDataException($"{path} is cut short: {entry.Name} ends at byte {(offsets.Length == 2 ? offsets[1] : -1)} of {stream.Length - 8 - length} bytes of numbers; copy the file again.");
                }

                entries[entry.Name] = (entry.Value.GetProperty("dtype").GetString() ?? "", shape, offsets[0], offsets[1]);
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw NotThatFormat(path);
        }

        return new SafetensorsFile(path, 8 + length, entries, metadata);
    }

    /// <summary>Writes tensors and texts.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        Dictionary<string, object> header = new() { [MetadataName] = metadata };
        long end = 0;
        foreach ((string name, Tensor tensor) in tensors)
        {
            long length = tensor.numel() * tensor.ElementSize;
            header[name] = new { dtype = TypeOf(tensor), tensor.shape, data_offsets = new[] { end, end + length } };
            end += length;
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header), prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, json.Length);
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(prefix);
        stream.Write(json);
        foreach (Tensor tensor in tensors.Values)
        {
            using Tensor whole = tensor.detach().contiguous();
            stream.Write(whole.bytes);
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Copies a tensor of this file over one of the same type and shape.</summary>
    /// <param name="own">What is overwritten.</param>
    /// <param name="name">The name in the file.</param>
    /// <exception cref="InvalidDataException">There is no such tensor, or it has another shape or type.</exception>
    internal void CopyInto(Tensor own, string name)
    {
        long[] shape = own.shape;
        string type = TypeOf(own), expected = $"{type} [{string.Join(", ", shape)}]";
        if (!entries.TryGetValue(name, out (string Type, long[] Shape, long From, long To) entry))
        {
            throw new InvalidDataException($"{path} holds no tensor {name} [{string.Join(", ", shape)}], but {entries.Count} others; expected the weights of this network.");
        }

        if (entry.Type != type || !entry.Shape.AsSpan().SequenceEqual(shape) || entry.To - entry.From != own.numel() * own.ElementSize)
        {
            throw new InvalidDataException($"{path}: {name} is {entry.Type} [{string.Join(", ", entry.Shape)}]; expected {expected}.");
        }

        using IDisposable guard = no_grad();
        using Tensor stored = empty(shape, own.dtype);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        stream.Position = start + entry.From;
        stream.ReadExactly(stored.bytes);
        own.copy_(stored);
    }

    /// <summary>Copies the tensors of this file over those of a network with the same names and shapes, running statistics included.</summary>
    /// <param name="network">The network.</param>
    /// <param name="wanted">Which of the network's tensors are in the file, by name.</param>
    /// <exception cref="InvalidDataException">A wanted tensor is missing, or has another shape or type.</exception>
    internal void CopyInto(nn.Module network, Func<string, bool> wanted)
    {
        foreach ((string name, Tensor own) in network.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter)).Concat(network.named_buffers().Select(entry => (entry.name, entry.buffer))))
        {
            if (wanted(name))
            {
                CopyInto(own, name);
            }
        }
    }

    private static string TypeOf(Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => "F32",
        ScalarType.Float64 => "F64",
        _ => throw new ArgumentException($"Tensors of weights are of 32 or 64 bits, got {tensor.dtype}.", nameof(tensor)),
    };

    private static InvalidDataException NotThatFormat(string path)
        => new($"{path} is not a safetensors file; expected weights in that format (in Python: safetensors.torch.save_file(model.state_dict(), path)).");
}
