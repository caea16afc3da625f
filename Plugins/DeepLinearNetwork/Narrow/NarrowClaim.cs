using PluginLab.Experiments;

namespace PluginLab.Plugins.DeepLinearNetwork.Narrow;

/// <summary>Where a network ends that is too narrow for its target.</summary>
internal static class NarrowClaim
{
    public static Claim Of(NarrowStudy study) => new()
    {
        Id = "bottleneck",
        Statement = "A network with fewer hidden neurons $h$ than modes ends at the best approximation of rank $h$ (distance at the end over $s_1$).",
        Source = "Eckart and Young, Psychometrika 1, 1936; for depth L Kawaguchi, NeurIPS 2016: no other local minima",
        Predicted = 0,
        Measured = study.Task is null ? double.NaN : study.Distances[^1],
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-5),
        Expected = Verdict.Supported,
        NotApplicable = study.NotApplicable,
        Control = Controls.SwappedAtBottleneck,
    };
}
