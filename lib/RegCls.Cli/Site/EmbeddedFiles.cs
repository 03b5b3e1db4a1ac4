using System.Reflection;
using System.Text;

namespace RegCls.Cli.Site;

/// <summary>The site's templates and assets, carried inside this program.</summary>
internal static class EmbeddedFiles
{
    private static readonly Assembly Own = typeof(EmbeddedFiles).Assembly;

    /// <summary>The names of all assets, with forward slashes, starting with "assets/".</summary>
    /// <returns>The names.</returns>
    public static IEnumerable<string> AssetNames() => Own.GetManifestResourceNames().Where(name => name.StartsWith("assets/", StringComparison.Ordinal));

    /// <summary>Opens an embedded file.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its content.</returns>
    public static Stream Open(string name) => Own.GetManifestResourceStream(name) ?? throw new FileNotFoundException("This program carries no such file.", name);

    /// <summary>Fills a template: every <c>{{key}}</c> is replaced by its value.</summary>
    /// <param name="name">The template's file name.</param>
    /// <param name="values">HTML by key; every key of the template is there.</param>
    /// <returns>The filled template.</returns>
    public static string Fill(string name, IReadOnlyDictionary<string, string> values)
    {
        using var reader = new StreamReader(Open("templates/" + name));
        var template = reader.ReadToEnd();
        var page = new StringBuilder(template.Length);
        var position = 0;

        // In one pass, so that braces in a notebook's own text are never taken for a key.
        for (var open = template.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = template.IndexOf("{{", position, StringComparison.Ordinal))
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            page.Append(template, position, open - position).Append(values[template[(open + 2)..close]]);
            position = close + 2;
        }

        return page.Append(template, position, template.Length - position).ToString();
    }
}
