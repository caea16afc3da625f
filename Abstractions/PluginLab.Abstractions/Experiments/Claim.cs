namespace PluginLab.Experiments;

/// <summary>What a measurement says of a claim.</summary>
public enum Verdict
{
    /// <summary>The measured value, with its uncertainty, lies within the bound.</summary>
    Supported,

    /// <summary>The measured value, with its uncertainty, lies outside the bound.</summary>
    Refuted,

    /// <summary>The uncertainty straddles the bound, or nothing could be measured.</summary>
    Inconclusive,

    /// <summary>The claim does not speak of this case.</summary>
    NotApplicable,
}

/// <summary>A falsifiable statement of the theory with the measurement that decides it.</summary>
public sealed record Claim
{
    /// <summary>Identifier, unique within the experiment; kebab-case, such as <c>note1-43-always-better</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence in plain words; rich text.</summary>
    public required string Statement { get; init; }

    /// <summary>Where the theory states it: note and section, or author and equation.</summary>
    public required string Source { get; init; }

    /// <summary>The value that the statement predicts.</summary>
    public required double Predicted { get; init; }

    /// <summary>The measured value; NaN if the measurement was impossible.</summary>
    public required double Measured { get; init; }

    /// <summary>
    /// Half-width u of the interval [m − u, m + u] in which the measured quantity lies, from every source that the experiment itself knows: the window of
    /// a fit, the sample, the location of an event. Not negative. The integrator's own error is not part of it: the bound allows for the default tolerances.
    /// </summary>
    public required double Uncertainty { get; init; }

    /// <summary>The values that support the statement.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The verdict that is known to be right: <see cref="Verdict.Refuted"/> for a statement of the notes that fails. A run fails when the verdict is another.</summary>
    public required Verdict Expected { get; init; }

    /// <summary>What holds instead, for a statement that fails or holds only up to a constant; rich text.</summary>
    public string? CorrectedForm { get; init; }

    /// <summary>Why the claim does not speak of this case; null if it does.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>A mutation of the system under which the claim must be refuted.</summary>
    public Control? Control { get; init; }

    /// <summary>The verdict, derived from the evidence so that the two never disagree.</summary>
    public Verdict Verdict =>
        NotApplicable is not null ? Verdict.NotApplicable
        : double.IsNaN(Measured) || double.IsNaN(Uncertainty) ? Verdict.Inconclusive
        : Bound.Admits(Measured - Uncertainty) && Bound.Admits(Measured + Uncertainty) ? Verdict.Supported
        : Measured + Uncertainty < Bound.Lower || Measured - Uncertainty > Bound.Upper ? Verdict.Refuted
        : Verdict.Inconclusive;

    /// <summary>Whether the verdict is the expected one or the claim does not apply.</summary>
    public bool IsAsExpected => Verdict == Expected || Verdict == Verdict.NotApplicable;
}
