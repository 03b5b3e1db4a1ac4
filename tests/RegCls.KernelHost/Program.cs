using System.Text.Json;
using RegCls.KernelHost;

// `documents FILE…`: how the kernel family's own reader reads notebooks. Without arguments: a request of cells on standard input. Output: JSON.
var names = new JsonSerializerOptions(JsonSerializerDefaults.Web);
if (args is ["documents", .. var files])
{
    Console.WriteLine(JsonSerializer.Serialize(files.Select(DocumentReading.Of), names));
    return 0;
}

KernelRequest request = JsonSerializer.Deserialize<KernelRequest>(await Console.In.ReadToEndAsync(), names)!;
Directory.SetCurrentDirectory(request.Folder);

// The kernel takes the console while a cell runs.
TextWriter console = Console.Out;
using var session = new KernelSession();
var results = new List<KernelResult>();
foreach (KernelCell cell in request.Cells)
{
    results.Add(await session.RunAsync(cell));
}

await console.WriteLineAsync(JsonSerializer.Serialize(results, names));
await console.FlushAsync();

// As a host that is closed: whatever a cell left running is running still.
Environment.Exit(0);
return 0;
