using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.SingleModes;

/// <summary>One mode with vectors of two hidden units from starts that are not small: where it ends exactly, and when it is not learned at all.</summary>
/// <remarks>With x = We + sgn(s)Wd and y = We − sgn(s)Wd the limits are those of <see cref="VectorMode"/>, with R² = 4s² + |x₀|²|y₀|² and c = x₀·y₀.</remarks>
internal static class SingleModeStudy
{
    private const double EndTime = 20;

    /// <summary>Until here a mode that ends in the saddle is large enough for its decay to be told relatively.</summary>
    private const double DecayTime = 6;

    private const int Intervals = 40;

    private static readonly (double Target, double[] Encoder, double[] Decoder)[] Starts =
    [
        (2, [0.9, -0.3], [0.2, 0.8]),
        (-1, [0.5, 1.2], [0.7, 0.1]),
        (0.5, [0.1, 0.4], [1.1, -0.2]),
    ];

    private static readonly double[] Opposed = [0.6, 0.8];

    public static IReadOnlyList<Claim> Run(ExperimentContext context)
    {
        (VectorMode Theory, double[] Encoder, double[] Decoder)[] ends = [.. Starts.Select(start =>
        {
            Trajectory trajectory = Follow(context, start.Target, start.Encoder, start.Decoder, SaveAt.End);
            double[] last = trajectory.LastState.ToArray();
            return (new VectorMode(start.Target, start.Encoder, start.Decoder), last[..2], last[2..]);
        })];
        return [FinalCosine(ends), Lengths(ends), .. Saddle(context)];
    }

    private static Claim FinalCosine(IEnumerable<(VectorMode Theory, double[] Encoder, double[] Decoder)> ends) => Note0.Deviates(
        "19-final-cosine",
        "From any other start a mode alone ends with $\\cos(W^e, W^d) = 2s/\\sqrt{R^2 - c^2}$, where $R^2 = 4s^2 + |x_0|^2|y_0|^2$, $c = x_0 \\cdot y_0$, $x = W^e + \\sgn(s)W^d$ and $y = W^e - \\sgn(s)W^d$: aligned only from a small start; largest error of the cosine, over three starts of size 1.",
        Note0.Summary,
        ends.Select(end => (Dot(end.Encoder, end.Decoder) / Math.Sqrt(Dot(end.Encoder, end.Encoder) * Dot(end.Decoder, end.Decoder))) - end.Theory.FinalCosine),
        tolerance: 1e-6,
        NetworkControls.ScaledTarget(1.5));

    private static Claim Lengths(IEnumerable<(VectorMode Theory, double[] Encoder, double[] Decoder)> ends) => Note0.Deviates(
        "20-exact-lengths",
        "From any start a mode alone ends with $|W^e|^2 = (R + c)/2$ and $|W^d|^2 = (R - c)/2$, which are $|s|$ for a small start only; largest relative error, over three starts of size 1.",
        Note0.Summary,
        ends.SelectMany(end => new[]
        {
            (Dot(end.Encoder, end.Encoder) / end.Theory.FinalEncoderSquare) - 1,
            (Dot(end.Decoder, end.Decoder) / end.Theory.FinalDecoderSquare) - 1,
        }),
        tolerance: 1e-6,
        NetworkControls.ScaledTarget(1.5));

    /// <summary>From exactly opposed vectors, x₀ = 0, where nothing turns them.</summary>
    private static IEnumerable<Claim> Saddle(ExperimentContext context)
    {
        double[] decoder = [.. Opposed.Select(weight => -weight)];
        VectorMode theory = new(1, Opposed, decoder);
        double[] times = [.. Enumerable.Range(0, Intervals + 1).Select(k => DecayTime * k / Intervals), EndTime];
        Trajectory trajectory = Follow(context, 1, Opposed, decoder, SaveAt.Times(times));
        double[] last = trajectory.LastState.ToArray();
        yield return Note0.Deviates(
            "19-saddle",
            "From exactly opposed vectors, $W^d = -\\sgn(s)W^e$, a mode decays into the saddle at zero, $|W^e|^2$ as its closed form; largest relative error.",
            Note0.Summary,
            Enumerable.Range(0, trajectory.Count - 1).Select(k => (Dot(trajectory.State(k)[..2], trajectory.State(k)[..2]) / theory.EncoderSquare(trajectory.Times[k])) - 1),
            tolerance: 1e-6,
            Note0.Faster);
        yield return Note0.Fails(
            "19-from-any-start",
            "The vectors of a mode align and learn it, whatever their start; strength over target in the end, from exactly opposed vectors.",
            Note0.Summary,
            predicted: 1,
            Dot(last.AsSpan(0, 2), last.AsSpan(2)),
            Bound.Within(1, 1e-3),
            "They do from all starts but exactly opposed ones, from which the flow ends in the saddle at zero.",
            Control.ScaledComponent(0, 1.1));
    }

    private static Trajectory Follow(ExperimentContext context, double target, double[] encoder, double[] decoder, SaveAt save) =>
        context.Solve(new InitialValueProblem(new LinearNetwork(Matrix.Diagonal([target]), [1, 2, 1]), [.. encoder, .. decoder], 0, EndTime), save).Trajectory;

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => (left[0] * right[0]) + (left[1] * right[1]);
}
