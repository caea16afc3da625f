using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Products;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct.Approach;

/// <summary>The distance to the target in the second phase.</summary>
internal static class ApproachFigure
{
    public static Figure Draw(IReadOnlyList<DegreeMeasurement> measurements) => new()
    {
        Id = "approach",
        Title = "In the second phase the distance decays exponentially, at the rate $d s^{2-2/d}$",
        Subtitle = $"$s = {NumberText.Of(measurements[0].Setting.Target)}$, from $u = s/2$ on",
        Caption = "Distance to the target against the time since $u = s/2$ (solid) with the asymptote $1 - u/s = e^{A_d - λ_d(t - T_1)}$, $λ_d = d s^{2-2/d}$ (dashed): "
            + "the constant $A_d$ is what the note's missing formula for $T_2$ needs besides the rate.",
        AltText = $"Distance to the target on a logarithmic scale against time since half the target, one falling line for each of the degrees {List(measurements)}, "
            + "each straight and on its dashed asymptote after a short bend.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("time since half the target, $t - T_1$"),
                Y = Axis.Logarithmic("relative distance $1 - u/s$"),
                Marks = [.. measurements.Select(SecondPhase), .. measurements.Select(Asymptote)],
            },
        ],
        ClaimIds = [.. measurements.Select(measurement => $"note1-41-rate-{measurement.Degree}"), "note1-41-sign"],
    };

    private static Line SecondPhase(DegreeMeasurement measurement)
    {
        (ProductCurve curve, double s) = (measurement.Curve, measurement.Setting.Target);
        int first = curve.Product.Count(product => product < s / 2);
        return new Line
        {
            Id = $"degree-{measurement.Degree}",
            Label = $"{Name(measurement)}: rate {Rounded(measurement.Theory.ApproachRate)}",
            Color = Color(measurement),
            X = [0, .. curve.Times.Skip(first).Select(time => time - curve.GrowthTime)],
            Y = [0.5, .. curve.Product.Skip(first).Select(product => 1 - (product / s))],
        };
    }

    private static Line Asymptote(DegreeMeasurement measurement, int index)
    {
        double end = measurement.Theory.ApproachTime(measurement.Setting.Accuracy);
        double constant = ProductIntegral.ApproachConstant(measurement.Degree);
        return new Line
        {
            Id = $"asymptote-{measurement.Degree}",
            Label = index == 0 ? "asymptote" : null,
            Role = MarkRole.Theory,
            X = [0, end],
            Y = [Math.Exp(constant), Math.Exp(constant - (measurement.Theory.ApproachRate * end))],
        };
    }

    private static string Rounded(double value) => NumberText.Of(Math.Round(value, Math.Max(0, 2 - (int)Math.Floor(Math.Log10(value)))));
}
