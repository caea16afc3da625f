using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.DiagonalCase.RandomStarts;
using PluginLab.Plugins.DiagonalCase.TiedStarts;

namespace PluginLab.Plugins.DiagonalCase.Couplings;

/// <summary>Untied, feature benefit adds Wd_i to We_i, and so turns it: what leaves cosines alone in a tied network does not here.</summary>
internal static class UntiedBenefitStudy
{
    private const double Scale = 0.02;
    private const double EndTime = 6;
    private const int Intervals = 20;

    private static readonly double[] Targets = [2, 1];
    private static readonly Matrix Encoder = Matrix.FromRows([[1, 0], [0.8, 0.6]]).Scale(Scale);
    private static readonly Matrix Decoder = Matrix.FromRows([[0.6, 0], [0.8, 1]]).Scale(Scale);

    public static Claim Run(ExperimentContext context)
    {
        var network = new LinearNetwork(Matrix.Diagonal(Targets), [2, 2, 2]);
        InitialValueProblem problem = new(network, network.State([Encoder, Decoder]), 0, EndTime);
        Trajectory trajectory = context.Solve(problem, SaveAt.EquallySpaced(0, EndTime, Intervals + 1)).Trajectory;
        IDynamicsSystem system = context.Create(network);
        return Note0.Fails(
            "14-untied",
            "Feature benefit does not affect the cosine of $W^e_1$ and $W^e_2$, also untied; largest relative rate of change that it causes.",
            Note0.Interference,
            predicted: 0,
            Note0.Worst(Enumerable.Range(0, trajectory.Count).Select(k => Turn(network, system, trajectory.State(k)))),
            Bound.AtMost(1e-9),
            "It does not when tied. Untied it adds $W^d_i$ to $W^e_i$, and turns each vector towards its partner.",
            ForceControls.BenefitAlongItself);
    }

    /// <summary>The rate of cos(We_1, We_2) by what is left of the right-hand side without the interference, over the relative rate of the weights.</summary>
    private static double Turn(LinearNetwork network, IDynamicsSystem system, ReadOnlySpan<double> state)
    {
        double[] force = new double[system.Dimension];
        system.EvaluateDerivative(0, state, force);
        Matrix encoder = network.Layer(state, 1);
        Matrix benefit = network.Layer(force, 1).Subtract(ForceSplit.Of(network, state).EncoderInterference);
        return CosineRates.Of(encoder, benefit)[0, 1] / benefit.LargestMagnitude() * encoder.LargestMagnitude();
    }
}
