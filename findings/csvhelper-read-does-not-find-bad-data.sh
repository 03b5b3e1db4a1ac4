#!/usr/bin/env bash
# CsvHelper: Read() does not look at a row's fields, so a row with bad data is found only when one of them is taken.
#
# Guess:    reading a file to its end with while (csv.Read()) finds every row with a stray quote: the default throws
#           BadDataException there, a callback of one's own is called there.
# Instead:  rows that are only read or counted pass; the row is looked at when its fields are:
#
#             CsvHelper 33.0.1
#             counted by Read() alone: 3 rows, bad data reported 0 times
#             default: 3 rows, no exception
#             with Parser.Record taken: 3 rows, bad data reported 1 times
#             default with Parser.Record taken: BadDataException at row 2
#
# Matters:  a first pass that checks or counts a file says it is sound, and the second one that takes the fields stops in
#           the middle, or reports with a callback that was thought to be over. Take Parser.Record (or Parser.Count) of
#           every row that is to be checked.
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
using CsvHelper.Configuration;

(int rows, int bad) = Through(take: false, own: true);
Console.WriteLine($"counted by Read() alone: {rows} rows, bad data reported {bad} times");
(rows, _) = Through(take: false, own: false);
Console.WriteLine($"default: {rows} rows, no exception");
(rows, bad) = Through(take: true, own: true);
Console.WriteLine($"with Parser.Record taken: {rows} rows, bad data reported {bad} times");
try
{
    Through(take: true, own: false);
}
catch (BadDataException exception)
{
    Console.WriteLine($"default with Parser.Record taken: BadDataException at row {exception.Context!.Parser!.Row}");
}

static (int Rows, int Bad) Through(bool take, bool own)
{
    int rows = 0, bad = 0;
    CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false };
    if (own)
    {
        configuration.BadDataFound = _ => bad++;
    }

    using CsvReader csv = new(new StringReader("a,b\nc\"d,e\nf,g\n"), configuration);
    while (csv.Read())
    {
        rows++;
        if (take)
        {
            _ = csv.Parser.Record;
        }
    }

    return (rows, bad);
}
CS

dotnet build --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false -o out probe.csproj > build.log 2>&1 || { cat build.log >&2; exit 2; }

seen="CsvHelper 33.0.1
$(dotnet out/probe.dll)"
expected='CsvHelper 33.0.1
counted by Read() alone: 3 rows, bad data reported 0 times
default: 3 rows, no exception
with Parser.Record taken: 3 rows, bad data reported 1 times
default with Parser.Record taken: BadDataException at row 2'

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    echo 'The behaviour has changed.' >&2
    exit 1
fi
