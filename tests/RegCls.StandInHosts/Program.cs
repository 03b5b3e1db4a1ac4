using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using RegCls.StandInHosts;

// Argument: the host to look like. Input: cells, separated by lines of "%%". Output: one JSON object.
string mode = args[0];
var arrived = new List<string[]>();
AppDomain.CurrentDomain.SetData("StandIn.Arrived", (Action<string, string>)((mime, content) => arrived.Add([mime, content])));
switch (mode)
{
    case "clrkernel":
        Load("ClrKernel.Core.Primitives", StandInSources.ClrKernel);
        break;
    case "verso":
        Load("Verso.Abstractions", StandInSources.Verso);
        break;
    case "verso-without-display":
        Load("Verso.Abstractions", StandInSources.VersoWithoutDisplay);
        break;
    case "runner":
        AppDomain.CurrentDomain.SetData("RegCls.Host.Display", (Action<string, string>)((mime, content) => arrived.Add([mime, content])));
        AppDomain.CurrentDomain.SetData("RegCls.Host.Progress", (Action<string, double>)((what, fraction) => arrived.Add([what, fraction.ToString("R", System.Globalization.CultureInfo.InvariantCulture)])));
        break;
}

string bundle = typeof(StandInSources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == "BundleFolder").Value!;
TextWriter console = Console.Out;
var printed = new StringWriter();
Console.SetOut(printed);
var values = new List<string?[]>();
string? problem = null;
try
{
    ScriptOptions options = ScriptOptions.Default.WithImports("System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks");
    ScriptState<object>? state = null;
    foreach (string cell in (await Console.In.ReadToEndAsync()).Split("\n%%\n"))
    {
        string code = cell.Replace("$BUNDLE", bundle, StringComparison.Ordinal);
        state = state is null ? await CSharpScript.RunAsync(code, options) : await state.ContinueWithAsync(code);
        object? value = state.ReturnValue;
        values.Add([value?.GetType().FullName, value?.ToString()]);
    }
}
catch (Exception caught)
{
    problem = $"{caught.GetType().Name}: {caught.Message}";
}

Console.SetOut(console);
Console.WriteLine(JsonSerializer.Serialize(new { arrived, values, printed = printed.ToString(), problem }));
return 0;

static void Load(string name, string source)
{
    IEnumerable<MetadataReference> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
    var compilation = CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source)],
        platform,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    using var image = new MemoryStream();
    if (compilation.Emit(image) is { Success: false } result)
    {
        throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    Assembly.Load(image.ToArray());
}
