using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Plugins.DiagonalCase.TiedStarts;

namespace PluginLab.Plugins.DiagonalCase.Couplings;

/// <summary>Two tied vectors at an obtuse angle: interference draws them together, to 90 degrees.</summary>
internal static class ObtuseAngleStudy
{
    private const double EndTime = 4;
    private const int Intervals = 800;
    private const double Degree = Math.PI / 180;

    private static readonly double[] Targets = [2, 1];
    private static readonly Matrix Start = Matrix.FromRows([[0.5, 0], [-0.3, 0.4]]);

    public static IReadOnlyList<Claim> Run(ExperimentContext context)
    {
        var vectors = new TiedVectors(context, Targets, Start, EndTime, Intervals);
        double[] cosines = vectors.Cosines(0, 1), integrals = vectors.PredictedSquareIntegrals(0, 1);
        double[] angles = [.. cosines.Select(cosine => Math.Acos(cosine) / Degree)];
        return
        [
            Note0.Deviates(
                "06-obtuse-angle",
                "Vectors at an obtuse angle attract: $\\theta$ falls to 90 degrees by the same $\\cot\\theta = \\cot\\theta_0\\exp(-\\int(u_1 + u_2)dt)$; largest deviation of the logarithm.",
                Note0.Diagonal,
                cosines.Zip(integrals, (cosine, integral) => Math.Log(Interference.Cotangent(cosine) / Interference.Cotangent(cosines[0])) + integral),
                tolerance: 1e-4,
                Note0.Faster),
            Note0.Fails(
                "06-repel",
                "Vectors tend to repel each other, so that the angle between them never falls below where it started; largest fall, in degrees.",
                Note0.Diagonal,
                predicted: 0,
                angles.Max(angle => angles[0] - angle),
                Bound.AtMost(0),
                "Interference turns them towards 90 degrees: it repels where the dot product is positive, and attracts where it is negative.",
                ForceControls.TiedPairReversed),
        ];
    }
}
