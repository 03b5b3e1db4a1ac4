using System.Globalization;
using CsvHelper.Configuration.Attributes;
using RegCls.Evaluation;

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

    /// <summary><see cref="OutcomeWords.Words"/>.</summary>
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

    /// <summary>The margin of equivalence.</summary>
    [Name("effect_margin")]
    public required string EffectMargin { get; init; }

    /// <summary>The p-value, Holm-corrected over the ledger.</summary>
    [Name("effect_p")]
    public required string EffectPValue { get; init; }

    /// <summary>The word on the comparison with the control.</summary>
    [Name("control_verdict")]
    public required string ControlVerdict { get; init; }

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

    /// <summary>The margin of equivalence to the control.</summary>
    [Name("control_margin")]
    public required string ControlMargin { get; init; }

    /// <summary>Its p-value, Holm-corrected over the ledger.</summary>
    [Name("control_p")]
    public required string ControlPValue { get; init; }

    /// <summary><see cref="JudgedClaim.Smallest"/>.</summary>
    [Name("smallest_effect")]
    public required string Smallest { get; init; }

    /// <summary><see cref="ClaimFinding.Published"/>.</summary>
    [Name("published_effect")]
    public required string Published { get; init; }

    /// <summary><see cref="JudgedClaim.UnitsForPublished"/>.</summary>
    [Name("units_for_published")]
    public required string UnitsForPublished { get; init; }

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
        Verdict = line.Outcome.Words(),
        Effect = Number(line.Finding.Effect?.Value),
        EffectLow = Number(line.Finding.Effect?.Low),
        EffectHigh = Number(line.Finding.Effect?.High),
        EffectReference = Number(line.Finding.Effect?.Reference),
        EffectMargin = Number(line.Verdict?.Question.Effect.Margin),
        EffectPValue = Number(line.Verdict?.PValue),
        ControlVerdict = line.Verdict?.Control?.Words() ?? "",
        ControlEffect = Number(line.Finding.Control?.Value),
        ControlLow = Number(line.Finding.Control?.Low),
        ControlHigh = Number(line.Finding.Control?.High),
        ControlReference = Number(line.Finding.Control?.Reference),
        ControlMargin = Number(line.Verdict?.Question.Control?.Margin),
        ControlPValue = Number(line.Verdict?.ControlPValue),
        Smallest = Number(line.Smallest),
        Published = Number(line.Finding.Published),
        UnitsForPublished = line.UnitsForPublished?.ToString(CultureInfo.InvariantCulture) ?? "",
        Unit = line.Finding.Effect?.Symbol ?? "",
        Over = line.Finding.Effect?.Over ?? "",
        Because = line.Finding.Because,
    };

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";
}
