using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>Two tied vectors that start at an angle: cot θ = cot θ₀ e^{−∫(u₁ + u₂)dt} exactly; the note has cos θ in place of cot θ.</summary>
internal static class TwoTiedVectorsStudy
{
    private const double Scale = 1e-3;
    private const double EndTime = 12;
    private const int Intervals = 1200;

    /// <summary>From here on both modes are learned, the second from about t = 7, so that the cosine falls at a constant rate.</summary>
    private const double LateFrom = 10;
    private const double LateTo = 11;

    private static readonly double[] Targets = [2, 1];
    private static readonly Matrix Start = Matrix.FromRows([[1, 0], [0.8, 0.6]]).Scale(Scale);

    public static ExperimentResult Run(ExperimentContext context)
    {
        var vectors = new TiedVectors(context, Targets, Start, EndTime, Intervals);
        double initialCosine = Interference.Cosines(Start.Multiply(Start.Transpose()))[0, 1];
        double[] cosines = vectors.Cosines(0, 1);
        double[] cotangents = [.. cosines.Select(Interference.Cotangent)];
        double[] integrals = vectors.PredictedSquareIntegrals(0, 1);
        double[] note = vectors.CosinesOfNote(0, 1);
        return new ExperimentResult
        {
            Claims =
            [
                .. Law(cotangents, cosines, integrals, note, initialCosine),
                FeatureBenefit(context, vectors),
                .. Rates(vectors, cotangents, cosines),
            ],
            Figures = [TwoTiedVectorsFigure.Draw(vectors.Times, cosines, cotangents, integrals, note, initialCosine)],
        };
    }

    private static IEnumerable<Claim> Law(double[] cotangents, double[] cosines, double[] integrals, double[] note, double initialCosine)
    {
        double expected = -0.5 * Math.Log(1 - (initialCosine * initialCosine));
        double predictedNote = initialCosine * Math.Exp(-integrals[^1]);
        yield return Note0.Deviates(
            "13-cotangent",
            "For two tied modes $\\cot\\theta = \\cot\\theta_0 \\exp(-\\int(u_1 + u_2)dt)$ at all times, with $u_1$ and $u_2$ from their closed form; largest deviation of the logarithm.",
            Note0.Interference,
            cotangents.Zip(integrals, (cotangent, integral) => Math.Log(cotangent / Interference.Cotangent(initialCosine)) + integral),
            tolerance: 1e-4,
            Note0.Faster);
        yield return Note0.Holds(
            "13-first-order",
            "The note's $\\varepsilon = \\varepsilon_0 \\exp(-\\int(u_1 + u_2)dt)$ is the first order: the cosine ends above it by the factor $1/\\sqrt{1 - \\varepsilon_0^2}$; logarithm of the measured factor.",
            Note0.Interference,
            expected,
            Math.Log(cosines[^1] / predictedNote),
            Bound.Within(expected, 1e-3),
            Note0.Faster);
        yield return Note0.Fails(
            "13-note",
            "The cosine of two tied vectors is $\\varepsilon_0 \\exp(-\\int(u_1 + u_2)dt)$; logarithm of the measured cosine over this at the end.",
            Note0.Interference,
            predicted: 0,
            Math.Log(cosines[^1] / note[^1]),
            Bound.Within(0, 1e-3),
            "$\\cot\\theta$ falls by that factor, not $\\cos\\theta$: $\\varepsilon' = -\\varepsilon(1 - \\varepsilon^2)(u_1 + u_2)$.",
            FirstOrderTurning.Control);
    }

    /// <summary>What is left of the right-hand side without the interference must not turn the vectors against each other.</summary>
    private static Claim FeatureBenefit(ExperimentContext context, TiedVectors vectors)
    {
        IDynamicsSystem system = context.Create(vectors.Network);
        List<double> turns = [];
        foreach (Matrix weights in vectors.Weights.Where((_, k) => k % (Intervals / 10) == 0))
        {
            double[] force = new double[system.Dimension];
            system.EvaluateDerivative(0, weights.Values, force);
            Matrix product = weights.Multiply(weights.Transpose());
            Matrix benefit = Matrix.Create(2, 2, (i, k) => force[(2 * i) + k] + (product[i, 1 - i] * weights[1 - i, k]));
            turns.Add(CosineRates.Of(weights, benefit)[0, 1] / benefit.LargestMagnitude() * weights.LargestMagnitude());
        }

        return Note0.Deviates(
            "14-feature-benefit",
            "The feature benefit alone leaves the cosine of tied vectors as it is; largest relative rate of change that it causes.",
            Note0.Interference,
            turns,
            tolerance: 1e-9,
            Control.ScaledComponent(2, 1.1));
    }

    private static IEnumerable<Claim> Rates(TiedVectors vectors, double[] cotangents, double[] cosines)
    {
        (int from, int to) = (vectors.IndexAt(LateFrom), vectors.IndexAt(LateTo));
        double lateRate = Math.Log(cosines[from] / cosines[to]) / (vectors.Times[to] - vectors.Times[from]);
        double turningTime = TurningTime(vectors.Times, cotangents);
        double halfTime = TiedMode.HalfTime(Targets[0], Scale * Scale);
        double larger = Math.Max(vectors.Grams[from][0, 0], vectors.Grams[from][1, 1]);
        yield return Note0.Holds(
            "15-late-rate",
            "Once both modes are learned the cosine falls at the rate $s_1 + s_2$.",
            Note0.Interference,
            Targets.Sum(),
            lateRate,
            Bound.Near(Targets.Sum(), 0.02),
            Note0.Faster);
        yield return Note0.Holds(
            "15-larger-norm",
            "The rate is proportional to the larger of the two squared norms only up to a factor between 1 and 2, which is $(1 - \\varepsilon^2)(1 + u_{\\min}/u_{\\max})$; late rate over the larger squared norm.",
            Note0.Interference,
            Targets.Sum() / Targets.Max(),
            lateRate / larger,
            Bound.Near(Targets.Sum() / Targets.Max(), 0.02),
            Note0.Faster);
        yield return Note0.Holds(
            "17-angle-turns",
            "The angle starts to approach 90 degrees when one vector gets big: the rate of $\\log\\cot\\theta$ passes $s_1/2$ at the half-time of mode 1.",
            Note0.Interference,
            halfTime,
            turningTime,
            Bound.Near(halfTime, 0.01),
            Note0.Faster);
    }

    /// <summary>When −d log cot θ/dt passes s₁/2, by central differences and a straight line between saved times; NaN if it does not.</summary>
    private static double TurningTime(IReadOnlyList<double> times, double[] cotangents)
    {
        double previous = 0;
        for (int k = 1; k < times.Count - 1; k++)
        {
            double rate = Math.Log(cotangents[k - 1] / cotangents[k + 1]) / (times[k + 1] - times[k - 1]);
            if (rate >= Targets[0] / 2)
            {
                return times[k] - ((times[k] - times[k - 1]) * (rate - (Targets[0] / 2)) / (rate - previous));
            }

            previous = rate;
        }

        return double.NaN;
    }
}
