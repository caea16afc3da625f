using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.SingleModes;

/// <summary>Two modes that share one hidden unit: the stronger one keeps it.</summary>
internal static class FewUnitsStudy
{
    private const double EndTime = 25;
    private static readonly double[] Targets = [2, 1];
    private static readonly double[] Start = [1e-3, 0.8e-3];

    public static Claim Run(ExperimentContext context)
    {
        var network = new LinearNetwork(Matrix.Diagonal(Targets), [2, 1, 2]);
        Trajectory trajectory = context.Solve(new InitialValueProblem(network, [.. Start, .. Start], 0, EndTime), SaveAt.End).Trajectory;
        double weaker = trajectory.LastState[1];
        return Note0.Fails(
            "20-every-mode",
            "The vectors of every mode reach the length $\\sqrt{|s_i|}$, also of two modes with one hidden unit; $|W^e_2|^2/|s_2|$ in the end.",
            Note0.Summary,
            predicted: 1,
            weaker * weaker / Targets[1],
            Bound.Within(1, 1e-3),
            "As many modes as there are hidden units do, the strongest; the vectors of the others end at 0.",
            NetworkControls.ScaledMode(0, 0));
    }
}
