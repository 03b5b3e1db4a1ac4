using System.Globalization;
using CsvHelper.Configuration.Attributes;

namespace RegCls.Claims;

/// <summary>A <see cref="JudgedClaim"/> as one line of <c>data/claims.csv</c>; numbers have six digits, what there is not is empty.</summary>
public sealed record ClaimRow
{
    /// <summary><see cref="Claim.Id"/>.</summary>
    [Name("id")]
    public required string Id { get; init; }

    /// <summary><see cref="Claim.Kind"/>, in lower case.</summary>
    [Name("kind")]
    public required string Kind { get; init; }

    /// <summary><see cref="Claim.Place"/>.</summary>
    [Name("paper")]
    public required string Place { get; init; }

    /// <summary><see cref="Claim.Text"/>.</summary>
    [Name("claim")]
    public required string Text { get; init; }

    /// <summary><see cref="Claim.Cell"/>.</summary>
    [Name("notebook_cell")]
    public required string Cell { get; init; }

    /// <summary><see cref="Claim.Records"/>, separated by spaces.</summary>
    [Name("records")]
    public required string Records { get; init; }

    /// <summary><see cref="ClaimVerdicts.Words"/>.</summary>
    [Name("verdict")]
    public required string Verdict { get; init; }

    /// <summary>The paper's comparison.</summary>
    [Name("effect")]
    public required string Effect { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    [Name("effect_low")]
    public required string EffectLow { get; init; }

    /// <summary>Upper end.</summary>
    [Name("effect_high")]
    public required string EffectHigh { get; init; }

    /// <summary>Mean of the second arm.</summary>
    [Name("effect_reference")]
    public required string EffectReference { get; init; }

    /// <summary>The comparison with the control.</summary>
    [Name("control_effect")]
    public required string ControlEffect { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    [Name("control_low")]
    public required string ControlLow { get; init; }

    /// <summary>Upper end.</summary>
    [Name("control_high")]
    public required string ControlHigh { get; init; }

    /// <summary>Mean of the control.</summary>
    [Name("control_reference")]
    public required string ControlReference { get; init; }

    /// <summary>Unit of all of these.</summary>
    [Name("unit")]
    public required string Unit { get; init; }

    /// <summary>What they are over.</summary>
    [Name("over")]
    public required string Over { get; init; }

    /// <summary><see cref="ClaimFinding.Because"/>.</summary>
    [Name("because")]
    public required string Because { get; init; }

    /// <summary>The line of a judged claim.</summary>
    public static ClaimRow From(JudgedClaim line) => new()
    {
        Id = line.Claim.Id,
        Kind = line.Claim.Kind.ToString().ToLowerInvariant(),
        Place = line.Claim.Place,
        Text = line.Claim.Text,
        Cell = line.Claim.Cell,
        Records = string.Join(' ', line.Claim.Records),
        Verdict = line.Finding.Verdict.Words(),
        Effect = Number(line.Finding.Effect?.Value),
        EffectLow = Number(line.Finding.Effect?.Low),
        EffectHigh = Number(line.Finding.Effect?.High),
        EffectReference = Number(line.Finding.Effect?.Reference),
        ControlEffect = Number(line.Finding.Control?.Value),
        ControlLow = Number(line.Finding.Control?.Low),
        ControlHigh = Number(line.Finding.Control?.High),
        ControlReference = Number(line.Finding.Control?.Reference),
        Unit = line.Finding.Effect?.Unit ?? "",
        Over = line.Finding.Effect?.Over ?? "",
        Because = line.Finding.Because,
    };

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";
}
