using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.Couplings;

/// <summary>Two modes whose vectors are perpendicular, and two whose vectors are not: only the first learn as if alone.</summary>
internal static class IndependenceStudy
{
    private const double Scale = 0.02;
    private const double EndTime = 9;
    private const int Intervals = 450;

    private static readonly double[] Targets = [2, 1];

    public static ExperimentResult Run(ExperimentContext context)
    {
        PairRun perpendicular = Solve(context, [[1, 0.5, 0, 0], [0, 0, 0.8, 0.6]], [[0.3, -0.4, 0, 0], [0, 0, -0.2, 0.9]]);
        PairRun oblique = Solve(context, [[1, 0, 0, 0], [0.8, 0.6, 0, 0]], [[1, 0, 0, 0], [0.8, 0.6, 0, 0]]);
        return new ExperimentResult
        {
            Claims =
            [
                Note0.Deviates(
                    "02-perpendicular",
                    "Modes whose vectors are all perpendicular to those of the others are independent: each learns as if alone; largest deviation of a strength.",
                    Note0.Introduction,
                    perpendicular.Deviations,
                    tolerance: 1e-6,
                    NetworkControls.CoupledTarget(0.1)),
                Note0.Fails(
                    "02-independent",
                    "The modes are independent, whatever the angle of their vectors; largest deviation of a strength from that of the mode alone, with vectors at 37 degrees.",
                    Note0.Introduction,
                    predicted: 0,
                    Note0.Worst(oblique.Deviations),
                    Bound.AtMost(1e-3),
                    "Exactly those with perpendicular vectors are. Others are coupled through $W^e_i \\cdot W^d_j$: what a mode has along the stronger ones does not count for it.",
                    ForceControls.WithoutInterference),
            ],
            Figures = [IndependenceFigure.Draw(perpendicular, oblique)],
        };
    }

    private static PairRun Solve(ExperimentContext context, double[][] encoder, double[][] decoder)
    {
        Matrix first = Matrix.FromRows(encoder).Scale(Scale), second = Matrix.FromRows(decoder).Scale(Scale).Transpose();
        var network = new LinearNetwork(Matrix.Diagonal(Targets), [2, 4, 2]);
        Trajectory trajectory = context.Solve(new InitialValueProblem(network, network.State([first, second]), 0, EndTime), SaveAt.EquallySpaced(0, EndTime, Intervals + 1)).Trajectory;
        VectorMode[] alone = [.. Targets.Select((target, i) => new VectorMode(target, first.Row(i), second.Column(i)))];
        return new(
            trajectory.Times,
            [.. Targets.Select((_, i) => trajectory.Observe(NetworkObservables.Entry(network, i, i)))],
            [.. alone.Select(mode => trajectory.Times.Select(mode.Strength).ToArray())]);
    }
}

/// <summary>Strengths of two modes, as measured and as each would have them alone.</summary>
/// <param name="Times">The saved times.</param>
/// <param name="Strengths">We_i·Wd_i, by mode.</param>
/// <param name="Alone">The closed form of the mode alone, by mode.</param>
internal sealed record PairRun(IReadOnlyList<double> Times, IReadOnlyList<IReadOnlyList<double>> Strengths, IReadOnlyList<double[]> Alone)
{
    public IEnumerable<double> Deviations => Strengths.Zip(Alone, (measured, alone) => measured.Zip(alone, (m, a) => m - a)).SelectMany(deviations => deviations);
}
