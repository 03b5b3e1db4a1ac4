using System.Collections.Concurrent;

namespace RegCls.Interactive;

/// <summary>Values that cells of one language leave for cells of another, as they are: the languages of a kernel run in one process.</summary>
internal static class SharedValues
{
    private static readonly ConcurrentDictionary<string, object> Values = new(StringComparer.Ordinal);

    /// <summary>Keeps a value under a name; an earlier one of that name goes.</summary>
    public static void Keep(string name, object value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        Values[name] = value;
    }

    /// <summary>The value of a name.</summary>
    public static T Get<T>(string name) => Values.TryGetValue(name, out object? value)
        ? value is T found ? found : throw new ArgumentException($"The value '{name}' is a {value.GetType()}, expected a {typeof(T)}.", nameof(name))
        : throw new ArgumentException($"No cell has shared a value '{name}'; shared are {(Values.IsEmpty ? "none" : string.Join(", ", Values.Keys.Order(StringComparer.Ordinal)))}. Run the cell with Notebook.Share(\"{name}\", …) first.", nameof(name));
}
