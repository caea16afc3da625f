using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.NonDiagonalSvd.Rank;

/// <summary>A tied network on a symmetric target with singular values 4, 2 and 0: the mode with 0 decays like 1/t, not exponentially.</summary>
internal static class TiedZeroMode
{
    private const double InitialStrength = 0.5;
    private const double EndTime = 100;
    private const double FirstShownTime = 0.01;
    private const int ShownPoints = 201;
    private const double Tolerance = 1e-6;
    private const int ZeroMode = 2;
    private const string Id = "note0-23-tied-zero-mode";

    private static readonly double[] SingularValues = [4, 2, 0];

    /// <summary>Trains it from equal orthogonal modes.</summary>
    public static Findings Investigate(ExperimentContext context)
    {
        Matrix basis = RandomMatrices.Orthogonal(SingularValues.Length, context.CreateRandom("tied-basis"));
        var network = new TiedLinearNetwork(Symmetric(basis), SingularValues.Length);
        var problem = new InitialValueProblem(network, basis.Scale(Math.Sqrt(InitialStrength)).Values.ToArray(), 0, EndTime);
        double[] times = [.. Enumerable.Range(0, ShownPoints).Select(i => FirstShownTime * Math.Pow(EndTime / FirstShownTime, (double)i / (ShownPoints - 1)))];
        Trajectory trajectory = context.Solve(problem, SaveAt.Times([.. times[..^1], EndTime])).Trajectory;
        IReadOnlyList<double> measured = trajectory.Observe(NetworkObservables.BilinearForm(network, basis.Column(ZeroMode), basis.Column(ZeroMode)));
        double[] predicted = [.. trajectory.Times.Select(time => TiedMode.Strength(0, InitialStrength, time))];
        Claim claim = Decay(measured.Zip(predicted, (m, p) => Math.Abs((m / p) - 1)).Aggregate(0.0, Math.Max));
        return new([claim], [DecayFigure(trajectory.Times, measured, predicted, claim.Measured)]);
    }

    /// <summary>B diag(s) Bᵀ, symmetric to the last bit.</summary>
    private static Matrix Symmetric(Matrix basis)
    {
        Matrix product = basis.Multiply(Matrix.Diagonal(SingularValues)).Multiply(basis.Transpose());
        return product.Add(product.Transpose()).Scale(0.5);
    }

    private static Claim Decay(double deviation) => new()
    {
        Id = Id,
        Statement = "A mode whose singular value is 0 decays, when tied, as $u = u_0/(1 + 2u_0 t)$: algebraically, while all others converge exponentially. Measured: largest relative deviation.",
        Source = "Note 0, section 'Non-diagonal case', statement 23, with $s = 0$ in section 'Speed of learning'",
        Predicted = 0,
        Measured = deviation,
        Uncertainty = 0,
        Bound = Bound.AtMost(Tolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Figure DecayFigure(IReadOnlyList<double> times, IReadOnlyList<double> measured, IReadOnlyList<double> predicted, double deviation) => new()
    {
        Id = "zero-mode",
        Title = "A mode with singular value 0 fades like $1/t$",
        Caption = $"The strength of the mode with singular value 0 of a tied network follows $u_0/(1 + 2 u_0 t)$ to a relative {Wording.Number(deviation)}: from {NumberText.Of(InitialStrength)} to {Wording.Number(measured[^1])} at $t = 100$, halving only when time doubles.",
        AltText = "Strength of the zero mode against flow time on two logarithmic axes: flat until time 1, then a straight line of slope minus one, on top of the predicted curve.",
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("flow time $t$"),
                Y = Axis.Logarithmic("strength $u_3$ of the mode with $s_3 = 0$"),
                Marks =
                [
                    new Line { Id = "strength", Label = "measured", Color = ZeroMode, X = times, Y = measured },
                    new Line { Id = "prediction", Label = "$u_0/(1 + 2u_0 t)$", Role = MarkRole.Theory, X = times, Y = predicted },
                ],
            },
        ],
        ClaimIds = [Id],
    };
}
