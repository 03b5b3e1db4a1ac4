using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace RegCls.Cli.Site;

/// <summary>plotly.js as Plotly.NET carries it. Read from the file, so that no assembly need be loaded for it.</summary>
internal static class PlotlyScript
{
    private const string Carrier = "Plotly.NET.dll";

    /// <summary>Tells whether HTML draws a Plotly chart and so needs the script on its page.</summary>
    /// <param name="html">The HTML, or null.</param>
    /// <returns>True if it does.</returns>
    public static bool IsNeededBy(string? html) => html is not null
        && (html.Contains("Plotly.newPlot", StringComparison.Ordinal) || html.Contains("class=\"regcls-chart\"", StringComparison.Ordinal));

    /// <summary>Reads the script from a bundle.</summary>
    /// <param name="bundleFolder">The folder of the bundle.</param>
    /// <returns>The script's text, or null if the folder holds none.</returns>
    public static string? Read(string bundleFolder)
    {
        var path = Path.Combine(bundleFolder, Carrier);
        if (!File.Exists(path))
        {
            return null;
        }

        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            var name = metadata.GetString(resource.Name);
            if (resource.Implementation.IsNil && name.Contains("plotly", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".js", StringComparison.OrdinalIgnoreCase))
            {
                // ECMA-335 II.24.2.4: a resource is its length in four bytes, then its bytes.
                var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
                var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
                var length = reader.ReadInt32();
                return Encoding.UTF8.GetString(reader.ReadBytes(length));
            }
        }

        return null;
    }

    /// <summary>The script as an HTML element for a notebook that stands alone.</summary>
    /// <param name="script">plotly.js.</param>
    /// <returns>A <c>script</c> element that defines Plotly once, also where a module loader is on the page.</returns>
    public static string ToElement(string script) =>
        "<script>if(!window.Plotly){(function(define,module,exports){" + script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase) + "\n}).call(window);}</script>\n";
}
