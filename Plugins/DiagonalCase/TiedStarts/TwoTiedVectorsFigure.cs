using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>Cosine and cotangent of two tied vectors beside the exact law and the note's.</summary>
internal static class TwoTiedVectorsFigure
{
    public static Figure Draw(
        IReadOnlyList<double> times, double[] cosines, double[] cotangents, double[] integrals, double[] note, double initialCosine)
    {
        double[] law = [.. integrals.Select(integral => Interference.Cotangent(initialCosine) * Math.Exp(-integral))];
        Panel cosine = new()
        {
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Logarithmic("cosine $\\varepsilon$"),
            Legend = LegendPlacement.Inside,
            Marks =
            [
                new Line { Id = "cosine", Label = "measured", X = times, Y = cosines, Color = 0 },
                new Line { Id = "cosine-exact", Label = "exact", Role = MarkRole.Theory, X = times, Y = [.. integrals.Select(integral => Interference.CosineOfTwo(initialCosine, integral))] },
                new Line { Id = "cosine-note", Label = "note: $\\varepsilon_0 e^{-\\int(u_1 + u_2)dt}$", Role = MarkRole.Reference, X = times, Y = note },
            ],
        };
        Panel cotangent = new()
        {
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Logarithmic("cotangent $\\cot\\theta$"),
            Legend = LegendPlacement.Inside,
            Marks =
            [
                new Line { Id = "cotangent", Label = "measured", X = times, Y = cotangents, Color = 0 },
                new Line { Id = "cotangent-exact", Label = "$\\cot\\theta_0\\, e^{-\\int(u_1 + u_2)dt}$", Role = MarkRole.Theory, X = times, Y = law },
            ],
        };
        return new Figure
        {
            Id = "tied-two",
            Title = "Two tied vectors: the cotangent, not the cosine, falls with the squared norms",
            Caption =
                $"$s = (2, 1)$ from $\\varepsilon_0 = {NumberText.Of(Math.Round(initialCosine, 3))}$. Nothing turns until mode 1 has grown; then $\\cot\\theta$ falls exactly as "
                + "$e^{-\\int(u_1 + u_2)dt}$, at the late rate $s_1 + s_2$. The note's cosine is the first order and ends too small by the factor $\\sqrt{1 - \\varepsilon_0^2}$.",
            AltText = "Two panels over time on logarithmic axes: the cosine with the exact curve on it and the note's curve below; the cotangent on its exact curve.",
            Size = FigureSize.TwoColumns,
            Columns = 2,
            Panels = [cosine, cotangent],
            ClaimIds = ["note0-13-cotangent", "note0-13-first-order", "note0-13-note", "note0-15-late-rate", "note0-17-angle-turns"],
        };
    }
}
