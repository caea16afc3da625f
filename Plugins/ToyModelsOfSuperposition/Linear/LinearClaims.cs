using PluginLab.Experiments;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Linear;

/// <summary>Statement 7: three differences separate the toy models from a linear network.</summary>
internal static class LinearClaims
{
    private const string Source = "Note 0, section 'Diagonal case', statement 7 (like Toy Models of Superposition, with three differences)";
    private const double SolverTolerance = 1e-6;

    public static IEnumerable<Claim> Of(LinearStudy study, DifferenceRuns differences) =>
    [
        Equal(
            "note0-07-differences-switched-off",
            "Without its ReLU, with untied weights and with targets $s_i$, on whitened inputs and without bias, a toy model learns as the linear network does (gradient descent: largest distance of a weight, over the largest weight).",
            differences.SwitchedOffDistance,
            1e-9),
        Equal(
            "note0-07-flow-switched-off",
            "Its flow is that of the linear network (largest distance of a weight, over the largest weight).",
            study.LargestDistance,
            SolverTolerance),
        Equal(
            "note0-07-tied-alone",
            "With the weights tied again, and nothing else, it is the tied linear network at twice the speed, as each weight counts twice (largest distance of a weight, over the largest weight).",
            study.TiedDistance,
            SolverTolerance),
    ];

    private static Claim Equal(string id, string statement, double distance, double tolerance) => new()
    {
        Id = id,
        Statement = statement,
        Source = Source,
        Predicted = 0,
        Measured = distance,
        Uncertainty = 0,
        Bound = Bound.AtMost(tolerance),
        Expected = Verdict.Supported,
        Control = Controls.UnitTargets,
    };
}
