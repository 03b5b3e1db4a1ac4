#!/usr/bin/env bash
# PureHDF: Read<T> takes T as what the file holds; it does not convert.
#
# Guess:    as with the HDF5 C library and h5py, a dataset is read as whatever numeric type is asked for and the values
#           are converted: float64 read as float[] gives floats, int32 read as float[] gives the whole numbers.
# Instead:  if the sizes differ, an exception; if only the kinds differ, the bits are taken as they are, without a word:
#
#             PureHDF 2.2.0
#             f64: FloatingPoint, 8 bytes
#               Read<double[]>: 1.5, 2.25, -3
#               Read<float[]>: Exception: Unable to decode values types of different type size.
#             i32: FixedPoint, 4 bytes
#               Read<int[]>: 1, 2, 3
#               Read<float[]>: 1E-45, 3E-45, 4E-45
#
# Matters:  the same data come as float32 from one source and as float64 from another (double is the usual type of NumPy
#           and MATLAB); a reader written against the one stops at the other. Whole numbers read as float[] do not even
#           stop: the values are next to zero and whatever comes after works with them. So look at dataset.Type.Class and
#           dataset.Type.Size first, read that type, convert afterwards.
#
# Versions: PureHDF 2.2.0, .NET SDK 10.0.401 (net10.0), Linux x64; seen 2026-11-28.
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
    <PackageReference Include="PureHDF" Version="[2.2.0]" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using PureHDF;

new H5File { ["f64"] = new double[] { 1.5, 2.25, -3 }, ["i32"] = new int[] { 1, 2, 3 } }.Write("probe.h5");
using var file = H5File.OpenRead("probe.h5");

Describe("f64");
Show<double>("f64");
Show<float>("f64");
Describe("i32");
Show<int>("i32");
Show<float>("i32");

void Describe(string name) => Console.WriteLine($"{name}: {file.Dataset(name).Type.Class}, {file.Dataset(name).Type.Size} bytes");

void Show<T>(string name)
{
    string type = typeof(T) == typeof(double) ? "double" : typeof(T) == typeof(float) ? "float" : "int";
    string result;
    try
    {
        result = string.Join(", ", file.Dataset(name).Read<T[]>());
    }
    catch (Exception exception)
    {
        result = $"{exception.GetType().Name}: {exception.Message}";
    }

    Console.WriteLine($"  Read<{type}[]>: {result}");
}
CS

dotnet build --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false -o out probe.csproj > build.log 2>&1 || { cat build.log >&2; exit 2; }

seen="PureHDF 2.2.0
$(dotnet out/probe.dll)"
expected='PureHDF 2.2.0
f64: FloatingPoint, 8 bytes
  Read<double[]>: 1.5, 2.25, -3
  Read<float[]>: Exception: Unable to decode values types of different type size.
i32: FixedPoint, 4 bytes
  Read<int[]>: 1, 2, 3
  Read<float[]>: 1E-45, 3E-45, 4E-45'

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    echo 'The behaviour has changed.' >&2
    exit 1
fi
