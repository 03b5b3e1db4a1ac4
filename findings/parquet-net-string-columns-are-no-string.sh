#!/usr/bin/env bash
# Parquet.Net: a column that is made with typeof(string) says that its type is ReadOnlyMemory<char>.
#
# Guess:    DataField.ClrType is the type the field was made with, as it is for int or DateTime: System.String.
# Instead:  for strings it is ReadOnlyMemory<char>, for new DataField(name, typeof(string)) and DataField<string> alike, and
#           in a schema that is read from a file:
#
#             Parquet.Net 6.1.0
#             typeof(int): System.Int32
#             typeof(DateTime): System.DateTime
#             typeof(string): System.ReadOnlyMemory`1[System.Char]
#             DataField<string>: System.ReadOnlyMemory`1[System.Char]
#             ClrType == typeof(string): False
#             from a file: System.ReadOnlyMemory`1[System.Char]
#
# Matters:  code that looks for its text columns by ClrType == typeof(string), or switches on the type, finds none and
#           takes all of them for columns of an unknown kind, without an exception. Ask for both types.
#
# Versions: Parquet.Net 6.1.0, .NET SDK 10.0.401 (net10.0), Linux x64; seen 2026-11-28.
# Ends with 0 if this is still so, 1 if the behaviour has changed, 2 if the program could not be built.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Parquet.Net" Version="[6.1.0]" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using Parquet;
using Parquet.Schema;

DataField text = new("name", typeof(string));
Console.WriteLine($"typeof(int): {new DataField("n", typeof(int)).ClrType}");
Console.WriteLine($"typeof(DateTime): {new DataField("d", typeof(DateTime)).ClrType}");
Console.WriteLine($"typeof(string): {text.ClrType}");
Console.WriteLine($"DataField<string>: {new DataField<string>("name").ClrType}");
Console.WriteLine($"ClrType == typeof(string): {text.ClrType == typeof(string)}");

using MemoryStream file = new();
await using (await ParquetWriter.CreateAsync(new ParquetSchema(text), file))
{
}

file.Position = 0;
ParquetSchema schema = await ParquetReader.ReadSchemaAsync(file);
Console.WriteLine($"from a file: {schema.GetDataFields()[0].ClrType}");
CS

dotnet build --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false -o out probe.csproj > build.log 2>&1 || { cat build.log >&2; exit 2; }

seen="Parquet.Net 6.1.0
$(dotnet out/probe.dll)"
expected='Parquet.Net 6.1.0
typeof(int): System.Int32
typeof(DateTime): System.DateTime
typeof(string): System.ReadOnlyMemory`1[System.Char]
DataField<string>: System.ReadOnlyMemory`1[System.Char]
ClrType == typeof(string): False
from a file: System.ReadOnlyMemory`1[System.Char]'

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    echo 'The behaviour has changed.' >&2
    exit 1
fi
