using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DiagonalCase;

/// <summary>Claims of note 0 in the form that this experiment gives them.</summary>
internal static class Note0
{
    public const string Introduction = "Introduction";
    public const string Speed = "Speed of learning";
    public const string Interference = "Speed of lowering interference";
    public const string Summary = "Summary of the dynamics";
    public const string Diagonal = "Diagonal case";

    /// <summary>The control for claims about times and rates: everything 10 % faster.</summary>
    public static Control Faster { get; } = Control.ScaledRightHandSide(1.1);

    /// <summary>A claim that is expected to hold.</summary>
    public static Claim Holds(string id, string statement, string section, double predicted, double measured, Bound bound, Control control) => new()
    {
        Id = $"note0-{id}",
        Statement = statement,
        Source = Source(id, section),
        Predicted = predicted,
        Measured = measured,
        Uncertainty = 0,
        Bound = bound,
        Expected = Verdict.Supported,
        Control = control,
    };

    /// <summary>A claim that the worst deviation over modes or times stays within a tolerance.</summary>
    public static Claim Deviates(string id, string statement, string section, IEnumerable<double> deviations, double tolerance, Control control) =>
        Holds(id, statement, section, 0, Worst(deviations), Bound.AtMost(tolerance), control);

    /// <summary>The control for the note's times: where everything is half as fast they are right.</summary>
    public static Control HalfAsFast { get; } = Control.ScaledRightHandSide(0.5);

    /// <summary>A statement of the note that fails as it stands; under the control it would be true.</summary>
    public static Claim Fails(string id, string statement, string section, double predicted, double measured, Bound bound, string correctedForm, Control control) => new()
    {
        Id = $"note0-{id}",
        Statement = statement,
        Source = Source(id, section),
        Predicted = predicted,
        Measured = measured,
        Uncertainty = 0,
        Bound = bound,
        Expected = Verdict.Refuted,
        CorrectedForm = correctedForm,
        Control = control,
    };

    /// <summary>The largest magnitude; NaN if one of them is, or if there is none.</summary>
    public static double Worst(IEnumerable<double> deviations) => deviations.Select(Math.Abs).DefaultIfEmpty(double.NaN).Aggregate(Math.Max);

    /// <summary>The value farthest from another, before all others one that could not be measured.</summary>
    public static double Farthest(IEnumerable<double> values, double from) => Comparison.Worst(values.Select(value => new Comparison(from, value))).Measured;

    private static string Source(string id, string section) => $"Note 0, section '{section}', statement {int.Parse(id[..2], System.Globalization.CultureInfo.InvariantCulture)}";
}
