namespace PluginLab.Plugins.ToyModelsOfSuperposition.Pairs;

/// <summary>Two features in one neuron that is dedicated to the first: w = (1, 0), b = (0, p/2). Where is that stable?</summary>
/// <remarks>
/// Let w_2 = −a with small a &gt; 0. To order a² output 2 gains V a²/2 · r, where V = p/3 − p²/4 is the variance of a feature and r the importance of feature 2. Output 1
/// pays a²/2 · g: while feature 1 is present its error is a(x_2 − β) + δ x_1 with the bias aβ and a change δ of w_1², best δ leaving V + (p/2 − β)²/4; while
/// it is absent the ReLU cuts all of the error but a(β − x_2) where x_2 &lt; β. Hence g = min_β { p[V + (p/2 − β)²/4] + (1 − p)²β² + p(1 − p)β³/3 }, and the
/// dedicated solution is stable if g &gt; r V. Without the ReLU it is for every r &lt; 1.
/// </remarks>
internal static class DedicatedFeature
{
    private const int Bisections = 60;

    /// <summary>The density above which the dedicated solution is stable, for the importance r of the second feature over the first; between 0 and 1.</summary>
    public static double ThresholdDensity(double relativeImportance)
    {
        (double lower, double upper) = (0, 1);
        for (int i = 0; i < Bisections; i++)
        {
            double middle = (lower + upper) / 2;
            (lower, upper) = CostOverGain(middle) < relativeImportance ? (middle, upper) : (lower, middle);
        }

        return (lower + upper) / 2;
    }

    /// <summary>g/V, which rises from 0 at p = 0 to 1 at p = 1.</summary>
    public static double CostOverGain(double density)
    {
        double absent = 1 - density, variance = (density / 3) - (density * density / 4);

        // dg/dβ = 0 is p(1 − p)β² + (2(1 − p)² + p/2)β − p²/4 = 0, solved without cancellation.
        double linear = (2 * absent * absent) + (density / 2), quadratic = density * absent;
        double bias = density * density / 2 / (linear + Math.Sqrt((linear * linear) + (quadratic * density * density)));
        double shift = (density / 2) - bias;
        return ((density * (variance + (shift * shift / 4))) + (absent * absent * bias * bias) + (density * absent * bias * bias * bias / 3)) / variance;
    }
}
