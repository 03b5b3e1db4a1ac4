#!/usr/bin/env bash
# CsvHelper: a positional record whose properties are named by attribute is written with these names and cannot be read back.
#
# Guess:    [property: Name("row_id")] int Id in a record's parameter list names the column in both directions, since the
#           record has one property of that name; a file that WriteRecords wrote, GetRecords reads.
# Instead:  writing goes by the property's attribute, reading by the constructor parameter, which the attribute with the
#           target "property" does not touch. So the own output is refused:
#
#             CsvHelper 33.0.1
#             written header: row_id,row_text
#             property only, read: HeaderValidationException for Id, Text
#             parameter only, written header: Id,Text
#             both, written and read: 1 row, row_id 7
#
# Matters:  it is found only when a file is read, often by another program and later. Put both: [property: Name("x")]
#           and [Name("x")], or declare properties instead of parameters.
#
# Versions: CsvHelper 33.0.1, .NET SDK 10.0.401 (net10.0), Linux x64; seen 2026-11-28.
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
    <PackageReference Include="CsvHelper" Version="[33.0.1]" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

string text = Write(new OnProperty(7, "a"));
Console.WriteLine($"written header: {text.Split('\n')[0].Trim()}");
try
{
    Console.WriteLine($"property only, read: {Read<OnProperty>(text)[0].Id}");
}
catch (HeaderValidationException exception)
{
    Console.WriteLine($"property only, read: HeaderValidationException for {string.Join(", ", exception.InvalidHeaders.SelectMany(header => header.Names))}");
}

Console.WriteLine($"parameter only, written header: {Write(new OnParameter(7, "a")).Split('\n')[0].Trim()}");
List<OnBoth> both = Read<OnBoth>(Write(new OnBoth(7, "a")));
Console.WriteLine($"both, written and read: {both.Count} row, row_id {both[0].Id}");

static string Write<T>(T record)
{
    using StringWriter text = new();
    using (CsvWriter csv = new(text, CultureInfo.InvariantCulture))
    {
        csv.WriteRecords(new[] { record });
    }

    return text.ToString();
}

static List<T> Read<T>(string text)
{
    using CsvReader csv = new(new StringReader(text), CultureInfo.InvariantCulture);
    return csv.GetRecords<T>().ToList();
}

internal sealed record OnProperty([property: Name("row_id")] int Id, [property: Name("row_text")] string Text);

internal sealed record OnParameter([Name("row_id")] int Id, [Name("row_text")] string Text);

internal sealed record OnBoth([property: Name("row_id")][Name("row_id")] int Id, [property: Name("row_text")][Name("row_text")] string Text);
CS

dotnet build --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false -o out probe.csproj > build.log 2>&1 || { cat build.log >&2; exit 2; }

seen="CsvHelper 33.0.1
$(dotnet out/probe.dll)"
expected='CsvHelper 33.0.1
written header: row_id,row_text
property only, read: HeaderValidationException for Id, Text
parameter only, written header: Id,Text
both, written and read: 1 row, row_id 7'

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    echo 'The behaviour has changed.' >&2
    exit 1
fi
