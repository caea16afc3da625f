using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.NonDiagonalSvd.Rank;

/// <summary>An untied mode with singular value 0 fades exponentially: its vectors keep their imbalance and turn perpendicular.</summary>
internal static class UntiedZeroMode
{
    private const double From = 4;
    private const double To = 8;
    private const double Tolerance = 1e-4;

    private static readonly double[] Encoder = [1, 0.2];
    private static readonly double[] Decoder = [0.3, 0.5];

    /// <summary>Trains it from vectors of size 1.</summary>
    public static Findings Investigate(ExperimentContext context)
    {
        var network = new LinearNetwork(Matrix.FromRows([[0]]), [1, 2, 1]);
        Trajectory trajectory = context.Solve(new InitialValueProblem(network, [.. Encoder, .. Decoder], 0, To), SaveAt.Times([From, To])).Trajectory;
        IReadOnlyList<double> products = trajectory.Observe(NetworkObservables.Entry(network, 0, 0));
        double predicted = Math.Sqrt(Square(1) * Square(-1));
        return new([Decay(predicted, Math.Log(products[0] / products[1]) / (To - From))], []);
    }

    private static Claim Decay(double predicted, double measured) => new()
    {
        Id = "note0-23-untied-zero-mode",
        Statement = "An untied mode whose singular value is 0 decays exponentially, at the rate $|x_0||y_0|$ with $x = W_e + W_d$ and $y = W_e - W_d$, for single weights $|W_e^2 - W_d^2|$. Measured: its rate from $t = 4$ to $8$.",
        Source = "Note 0, section 'Non-diagonal case', statement 23, with $s = 0$ in section 'Summary of the dynamics'",
        Predicted = predicted,
        Measured = measured,
        Uncertainty = 0,
        Bound = Bound.Near(predicted, Tolerance),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    /// <summary>|We ± Wd|² at the start.</summary>
    private static double Square(int sign) => Encoder.Zip(Decoder, (encoder, decoder) => encoder + (sign * decoder)).Sum(entry => entry * entry);
}
