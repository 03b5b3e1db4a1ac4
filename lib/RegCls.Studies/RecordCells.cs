using System.Globalization;
using RegCls.Data;
using RegCls.Platform;

namespace RegCls.Studies;

/// <summary>
/// The cells of one line of a record file. A kind of record names each of its columns once, in order, and that serves both ways: where a line is
/// written, the values given become its cells; where one is read, the cells become the values, and none are given.
/// </summary>
public sealed class RecordCells
{
    // What is to be written, if anything, to what was read, if anything.
    private readonly Func<string, string?, bool, string?> cell;

    private RecordCells(Func<string, string?, bool, string?> cell) => this.cell = cell;

    /// <summary>An exact number that every record has.</summary>
    public double Number(string name, double? value) => Value(name, value, Text, text => Parse(text) ?? throw new FormatException($"{name} is empty."));

    /// <summary>An exact number; an empty cell is NaN.</summary>
    public double NumberOrNaN(string name, double? value) => Value(name, value, number => double.IsNaN(number) ? "" : Text(number), text => Parse(text) ?? double.NaN);

    /// <summary>An exact number; an empty cell is null.</summary>
    public double? NumberOrNull(string name, double? value) => cell(name, value is { } number ? Text(number) : null, false) is { } text ? Parse(text) : value;

    /// <summary>A column for each of some groups, such as many, medium and few; an empty cell is null.</summary>
    public IReadOnlyList<double?> Numbers(string prefix, IReadOnlyList<string> groups, IReadOnlyList<double?>? values) => [.. groups.Select((group, i) => NumberOrNull(prefix + group, values?[i]))];

    /// <summary>Numbers in one cell, parted by semicolons.</summary>
    public IReadOnlyList<double?> List(string name, IReadOnlyList<double?>? values)
    {
        string text = Text(name, values is null ? null : string.Join(';', values.Select(value => value is { } number ? Text(number) : "")));
        return text.Length == 0 ? [] : [.. text.Split(';').Select(Parse)];
    }

    /// <summary>A whole number.</summary>
    public int Integer(string name, int? value) => Value(name, value, Whole, Whole);

    /// <summary>A whole number in a column that the first files lack; empty, or no column, is 0.</summary>
    public int LaterInteger(string name, int? value) => LaterText(name, value is null or 0 ? "" : Whole(value.Value)) is { Length: > 0 } text ? Whole(text) : 0;

    /// <summary>One of some names.</summary>
    public T Name<T>(string name, T? value)
        where T : struct, Enum
        => Value(name, value, known => known.ToString(), Enum.Parse<T>);

    /// <summary>A text; an empty one where none is given.</summary>
    public string Text(string name, string? value) => cell(name, value, false) ?? value ?? "";

    /// <summary>One of some names in a column that the first files lack; empty, or no column, is the first of them.</summary>
    public T LaterName<T>(string name, T? value)
        where T : struct, Enum
        => LaterText(name, value is null || value.Value.Equals(default(T)) ? "" : value.Value.ToString()) is { Length: > 0 } text ? Enum.Parse<T>(text) : default;

    /// <summary>A text in a column that the first files lack.</summary>
    public string LaterText(string name, string? value) => cell(name, value, true) ?? value ?? "";

    /// <summary>The columns <c>scenario</c> and <c>noise</c>.</summary>
    public Scenario Scenario(Scenario? value)
    {
        ScenarioKind kind = Name("scenario", value?.Kind);
        double noise = Number("noise", value?.NoiseStandardDeviation);
        return kind switch
        {
            ScenarioKind.Clean => Data.Scenario.Clean,
            ScenarioKind.Noisy => Data.Scenario.Noisy(noise),
            _ => Data.Scenario.OutOfDistribution,
        };
    }

    /// <summary>The columns of what was run, and its key in the column <c>hash</c>.</summary>
    internal TRun Run<TRun>(Func<RecordCells, TRun?, TRun> columns, TRun? run)
        where TRun : class, IRunConfiguration
    {
        TRun named = columns(this, run);
        cell(RecordFormat.HashColumn, run?.Hash, false);
        return named;
    }

    /// <summary>The column <c>seconds</c>.</summary>
    /// <param name="value">Seconds.</param>
    /// <param name="digits">Digits after the point that are kept.</param>
    internal double Seconds(double? value, int digits = 2) => Value("seconds", value, seconds => seconds.ToString("F" + digits, CultureInfo.InvariantCulture), text => Parse(text) ?? throw new FormatException("seconds is empty."));

    /// <summary>The column <c>kernels</c>, which the first files lack; empty is <see cref="KernelPath.Default"/>, which is all there was before the column.</summary>
    internal KernelPath Kernels(KernelPath? value) => cell("kernels", KernelName.Of(value ?? KernelPath.Default), true) is { } text ? KernelName.Parse(text) : value ?? KernelPath.Default;

    /// <summary>The column <c>data_hash</c>, which the first files lack.</summary>
    internal string DataHash(string? value) => LaterText("data_hash", value);

    /// <summary>The columns of a kind of record, and those of them that the first files lack.</summary>
    internal static (IReadOnlyList<string> All, IReadOnlySet<string> Later) Names<TRecord>(Func<RecordCells, TRecord?, TRecord> columns)
        where TRecord : class
    {
        List<string> all = [];
        HashSet<string> later = [];
        columns(
            new RecordCells((name, _, isLater) =>
            {
                all.Add(name);
                if (isLater)
                {
                    later.Add(name);
                }

                return null;
            }),
            null);
        return (all, later);
    }

    /// <summary>The cells of a record.</summary>
    internal static IReadOnlyList<string> Write<TRecord>(Func<RecordCells, TRecord?, TRecord> columns, TRecord record)
        where TRecord : class
    {
        List<string> cells = [];
        columns(
            new RecordCells((_, text, _) =>
            {
                cells.Add(text ?? "");
                return null;
            }),
            record);
        return cells;
    }

    /// <summary>The record of a line.</summary>
    /// <param name="columns">The kind of record.</param>
    /// <param name="line">A column's cell; asked for a later column it may answer null.</param>
    /// <exception cref="FormatException">A number is none.</exception>
    /// <exception cref="ArgumentException">A name is none.</exception>
    internal static TRecord Read<TRecord>(Func<RecordCells, TRecord?, TRecord> columns, Func<string, bool, string?> line)
        where TRecord : class
        => columns(new RecordCells((name, _, isLater) => line(name, isLater) ?? ""), null);

    private T Value<T>(string name, T? value, Func<T, string> text, Func<string, T> parse)
        where T : struct
    {
        string? read = cell(name, value is { } known ? text(known) : null, false);
        return value ?? (read is null ? default : parse(read));
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double? Parse(string text) => text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
