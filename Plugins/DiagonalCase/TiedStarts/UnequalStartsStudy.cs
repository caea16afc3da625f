using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>A strong mode from a tiny start against a weak one from a larger start: the weak one wins.</summary>
internal static class UnequalStartsStudy
{
    private static readonly double[] Targets = [2, 1];
    private static readonly double[] InitialStrengths = [1e-8, 1e-2];

    public static ExperimentResult Run(ExperimentContext context)
    {
        double[] predicted = [.. Targets.Zip(InitialStrengths, TiedMode.HalfTime)];
        var network = new LinearNetwork(Matrix.Diagonal(Targets), [2, 2, 2]);
        Matrix roots = Matrix.Diagonal([.. InitialStrengths.Select(Math.Sqrt)]);
        var problem = new InitialValueProblem(network, network.State([roots, roots]), 0, 1.5 * predicted.Max())
            .WithEvents(Targets.Select((target, i) => EventFunction.Crossing($"half-{i}", NetworkObservables.Entry(network, i, i), target / 2)));
        Solution solution = context.Solve(problem, SaveAt.End);
        double[] measured = [solution.EventTime("half-0"), solution.EventTime("half-1")];
        return new ExperimentResult
        {
            Claims =
            [
                Note0.Fails(
                    "18-order-from-any-start",
                    "Targets are learned in the order of $s$, whatever the start; half-time of $s = 2$ from $u_0 = 10^{-8}$ minus that of $s = 1$ from $u_0 = 10^{-2}$.",
                    Note0.Summary,
                    predicted: 0,
                    measured[0] - measured[1],
                    Bound.AtMost(0),
                    "The order is that of the half-times $\\log(s/u_0 - 1)/(2s)$: of $s$ only for small starts of like size and targets far enough apart.",
                    NetworkControls.ScaledMode(0, 5)),
                Note0.Deviates(
                    "18-inverted-times",
                    "From starts of unequal size the order is that of $\\log(s/u_0 - 1)/(2s)$, here the inverse of that of $s$; largest relative error of the two times.",
                    Note0.Summary,
                    measured.Zip(predicted, (time, expected) => (time / expected) - 1),
                    tolerance: 1e-6,
                    Note0.Faster),
            ],
        };
    }
}
