using System.Globalization;
using System.Text.Json;
using RegCls.Data.Sets;
using RegCls.Models.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Models;

/// <summary>The state of a training, named piece by piece, once for both ways: a piece that is given is kept, or, where a state is taken up again, replaced by the kept one.</summary>
internal sealed class CheckpointState
{
    private readonly SafetensorsFile? kept;
    private readonly Dictionary<string, Tensor> tensors = [];
    private readonly Dictionary<string, string> texts = [];

    private CheckpointState(SafetensorsFile? kept) => this.kept = kept;

    /// <summary>Writes a state; the file is either the old or the new one, whenever the process ends.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<CheckpointState> pieces)
    {
        using DisposeScope scope = NewDisposeScope();
        CheckpointState state = new(null);
        pieces(state);
        CacheFiles.Write(path, temporary => SafetensorsFile.Write(temporary, state.tensors, state.texts));
    }

    /// <summary>Takes up a state.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidDataException">The file holds the state of another training.</exception>
    public static bool TryRead(string path, Action<CheckpointState> pieces)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            pieces(new CheckpointState(SafetensorsFile.Open(path)));
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or KeyNotFoundException or FormatException or JsonException)
        {
            throw new InvalidDataException($"{path} is no state of this training ({exception.Message.TrimEnd('.')}): delete it to train the model from its start.", exception);
        }
    }

    /// <summary>Requires that a state is of the training that takes it up.</summary>
    /// <exception cref="InvalidDataException">It is of another.</exception>
    public void Require(string name, string value)
    {
        string found = Text(name, value);
        if (found != value)
        {
            throw new InvalidDataException($"its {name} is {found}, expected {value}");
        }
    }

    /// <summary>Whether there is a piece: asked before one that may be missing.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="isHere">Whether it is there to be kept.</param>
    public bool Has(string name, bool isHere) => kept?.Names.Contains(name) ?? isHere;

    /// <summary>A tensor, of any type.</summary>
    public void Piece(string name, Tensor tensor)
    {
        if (kept is null)
        {
            tensors[name] = tensor;
        }
        else
        {
            kept.CopyInto(tensor, name);
        }
    }

    /// <summary>Tensors in order.</summary>
    public void Pieces(string name, IEnumerable<Tensor> own)
    {
        foreach ((int place, Tensor tensor) in own.Index())
        {
            Piece($"{name}.{place}", tensor);
        }
    }

    /// <summary>Numbers, replaced in place.</summary>
    public void Numbers(string name, double[] numbers)
    {
        Tensor piece = tensor(numbers);
        Piece(name, piece);
        piece.data<double>().CopyTo(numbers, 0, 0);
    }

    /// <summary>A text.</summary>
    public string Text(string name, string value)
    {
        if (kept is null)
        {
            texts[name] = value;
        }

        return kept is null ? value : kept.Metadata[name];
    }

    /// <summary>A number.</summary>
    public double Number(string name, double value) => double.Parse(Text(name, value.ToString("R", CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public long Integer(string name, long value) => long.Parse(Text(name, value.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    /// <summary>A list of records.</summary>
    public List<T> List<T>(string name, List<T> value) => JsonSerializer.Deserialize<List<T>>(Text(name, JsonSerializer.Serialize(value))) ?? [];
}
