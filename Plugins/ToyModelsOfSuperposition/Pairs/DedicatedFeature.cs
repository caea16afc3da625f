using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>Two features in one neuron that is dedicated to the first: w = (1, 0), b = (0, p/2). Where is that stable?</summary>
/// <remarks>
/// Let w_2 = −a with small a &gt; 0. To order a² output 2 gains V a²/2 · r, where V = p/3 − p²/4 is the variance of a feature and r the importance of feature 2. Output 1
/// pays a²/2 · g: while feature 1 is present its error is a(x_2 − β) + δ x_1 with the bias aβ and a change δ of w_1², best δ leaving V + (p/2 − β)²/4; while
/// it is absent the ReLU cuts all of the error but a(β − x_2) where x_2 &lt; β. Hence g = min_β { p[V + (p/2 − β)²/4] + (1 − p)²β² + p(1 − p) E(β − x)₊² }, and the
/// dedicated solution is stable if g &gt; r V. Without the ReLU it is for every r &lt; 1. The last expectation is over the values x of a present feature: β³/3 where
/// they are uniform, a finite sum where they are the points of a quadrature, which alone notice the kink.
/// </remarks>
internal sealed class DedicatedFeature
{
    private const int Bisections = 60;

    private readonly Func<double, double> squaredExcess;
    private readonly Func<double, double> excess;

    private DedicatedFeature(Func<double, double> squaredExcess, Func<double, double> excess) => (this.squaredExcess, this.excess) = (squaredExcess, excess);

    /// <summary>Of features that are uniform on [0, 1].</summary>
    public static DedicatedFeature Uniform { get; } = new(bias => bias * bias * bias / 3, bias => bias * bias / 2);

    /// <summary>Of features at so many Gauss–Legendre nodes while one is present; at least two, which give V exactly.</summary>
    public static DedicatedFeature AtNodes(int nodes)
    {
        var inputs = SparseInputs.OnGrid(1, [nodes]);
        return new(
            bias => inputs.Expect(1, values => Math.Pow(Math.Max(0, bias - values[0]), 2)),
            bias => inputs.Expect(1, values => Math.Max(0, bias - values[0])));
    }

    /// <summary>The density above which the dedicated solution is stable, for the importance r of the second feature over the first; from 0 to 1.</summary>
    public double ThresholdDensity(double relativeImportance) => Root(density => CostOverGain(density) - relativeImportance, 1);

    /// <summary>g/V, which rises from 0 at p = 0 to 1 at p = 1.</summary>
    public double CostOverGain(double density)
    {
        double absent = 1 - density, variance = (density / 3) - (density * density / 4);
        double bias = Root(trial => (2 * absent * absent * trial) + (2 * density * absent * excess(trial)) - (density * ((density / 2) - trial) / 2), density / 2);
        double shift = (density / 2) - bias;
        return ((density * (variance + (shift * shift / 4))) + (absent * absent * bias * bias) + (density * absent * squaredExcess(bias))) / variance;
    }

    /// <summary>Where a rising function that starts below 0 passes it; the upper end where it does not.</summary>
    private static double Root(Func<double, double> rising, double upper)
    {
        double lower = 0;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = (lower + upper) / 2;
            (lower, upper) = rising(middle) < 0 ? (middle, upper) : (lower, middle);
        }

        return (lower + upper) / 2;
    }
}
