#!/usr/bin/env bash
# .NET Interactive: the handle that display() returns updates another output than the one display() made.
#
# Guess:    `var d = Kernel.display("a"); d.Update("b");` announces the update under the value id of the display, so that
#           a front end can put "b" in the place of "a".
# Instead:  the update has an id that no display had. The extension method on the invocation context, which looks like
#           the same thing, keeps the id:
#
#             Microsoft.DotNet.Interactive.CSharp 1.0.0-beta.26120.1
#             Kernel.display("a")
#               DisplayedValueProduced a: id 1
#               DisplayedValueUpdated b: id 2
#               DisplayedValueUpdated c: id 2
#             "a".Display()
#               DisplayedValueProduced a: id 1
#               DisplayedValueUpdated b: id 2
#               DisplayedValueUpdated c: id 2
#             KernelInvocationContext.Current.Display("a")
#               DisplayedValueProduced a: id 1
#               DisplayedValueUpdated b: id 1
#               DisplayedValueUpdated c: id 1
#
#           (The ids are GUIDs; they are numbered here in the order in which they appear, anew for each cell.)
#
# Matters:  progress bars and live charts are made this way, and the comment on Display in the library's repository says
#           that what it returns "can be used to later update the display". A front end finds the output to replace by
#           its id: here there is none to find, and the kernel reports no error. Take the handle from
#           KernelInvocationContext.Current.Display, with `using Microsoft.DotNet.Interactive;` in force.
#
# Versions: Microsoft.DotNet.Interactive.CSharp 1.0.0-beta.26120.1, System.Reactive 6.0.1, .NET SDK 10.0.401 (net10.0),
#           Linux x64; seen 2026-11-28. Looked at were the events of a kernel made in the program itself, not a front end.
# Ends with 0 if this is still so, 1 if the behaviour has changed, 2 if the program could not be built.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# The last two packages are pinned because the exact minimum that the kernel asks for is not served everywhere.
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.DotNet.Interactive.CSharp" Version="[1.0.0-beta.26120.1]" />
    <PackageReference Include="Microsoft.AspNetCore.Html.Abstractions" Version="[2.3.13]" />
    <PackageReference Include="System.Reactive" Version="[6.0.1]" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

using var kernel = new CompositeKernel { new CSharpKernel() };
kernel.DefaultKernelName = "csharp";

foreach (string display in new[] { "Kernel.display(\"a\")", "\"a\".Display()", "KernelInvocationContext.Current.Display(\"a\")" })
{
    Console.WriteLine(display);
    var result = await kernel.SendAsync(new SubmitCode($"using Microsoft.DotNet.Interactive; var d = {display}; d.Update(\"b\"); d.Update(\"c\");"));
    var ids = new List<string>();
    foreach (KernelEvent seen in result.Events)
    {
        if (seen is DisplayEvent shown)
        {
            if (!ids.Contains(shown.ValueId))
            {
                ids.Add(shown.ValueId);
            }

            Console.WriteLine($"  {seen.GetType().Name} {shown.Value}: id {ids.IndexOf(shown.ValueId) + 1}");
        }
        else if (seen is CommandFailed failed)
        {
            Console.WriteLine($"  {failed.Message}");
        }
    }
}
CS

dotnet build --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false -o out probe.csproj > build.log 2>&1 || { cat build.log >&2; exit 2; }

seen="Microsoft.DotNet.Interactive.CSharp 1.0.0-beta.26120.1
$(dotnet out/probe.dll)"
expected='Microsoft.DotNet.Interactive.CSharp 1.0.0-beta.26120.1
Kernel.display("a")
  DisplayedValueProduced a: id 1
  DisplayedValueUpdated b: id 2
  DisplayedValueUpdated c: id 2
"a".Display()
  DisplayedValueProduced a: id 1
  DisplayedValueUpdated b: id 2
  DisplayedValueUpdated c: id 2
KernelInvocationContext.Current.Display("a")
  DisplayedValueProduced a: id 1
  DisplayedValueUpdated b: id 1
  DisplayedValueUpdated c: id 1'

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    echo 'The behaviour has changed.' >&2
    exit 1
fi
