using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Basins;

/// <summary>How often Gaussian starts are stuck, by width.</summary>
internal static class StuckFigure
{
    public static Figure Draw(StuckStudy study)
    {
        double[] widths = [.. study.Networks.Select(stuck => (double)stuck.Width)];
        return new Figure
        {
            Id = "stuck-fraction",
            Title = "Gaussian starts that never learn the target",
            Subtitle = $"{study.Networks[0].Starts} Gaussian starts per width; bars: one standard error",
            Caption = "(a) Fraction of small Gaussian starts from which a network of quadratic units never learns its target: "
                + string.Join(", ", study.Networks.Select(stuck => $"{Text(stuck)} at width {NumberText.Of(stuck.Width)} (predicted {Rounded.Text(stuck.Predicted)})"))
                + $". For $w_1^2w_2$ itself it is {Text(study.Monomial)} of {study.Monomial.Starts} starts of any size. (b) Measured over predicted. Bars and ± are one standard error.",
            AltText = "Fraction of starts that are stuck against the width of the network, on a logarithmic axis: points on a dashed line that falls by a factor of three for each unit. Beside it the same over the prediction, with error bars around one.",
            Size = new FigureSize(1000, 400),
            Columns = 2,
            Panels = [Fractions(study, widths), Quotients(study, widths)],
            ClaimIds = ["note1-49-stuck-fraction", .. study.Networks.Select(stuck => $"note1-49-stuck-network-{NumberText.Of(stuck.Width)}")],
            Findings =
            [
                new()
                {
                    Title = study.Networks.Count > 1 ? "Width helps: a network is stuck only if each of its units is" : null,
                    Caption = "A network is stuck as often as all of its units are at once.",
                    ClaimIds = [.. study.Networks.Select(stuck => $"note1-49-stuck-network-{NumberText.Of(stuck.Width)}")],
                },
                new()
                {
                    Caption = "$w_1^2w_2$ is stuck from the fraction $\\arctan(\\sqrt{2})/\\pi$ of all directions, those below $w_2 = -|w_1|/\\sqrt{2}$.",
                    ClaimIds = ["note1-49-stuck-fraction"],
                },
            ],
        };
    }

    private static Panel Fractions(StuckStudy study, double[] widths) => new()
    {
        X = Width(widths),
        Y = Axis.Logarithmic("fraction of starts that is stuck").Between(Math.Pow(10, Math.Floor(Math.Log10(study.Networks.Min(stuck => stuck.Predicted / 2)))), 1),
        Marks =
        [
            new Line
            {
                Id = "predicted",
                Label = "$(\\arctan(\\sqrt{2})/\\pi)^h$",
                Role = MarkRole.Theory,
                X = [0.5, widths[^1] + 0.5],
                Y = [Math.Sqrt(StuckStudy.OfOneUnit), Math.Pow(StuckStudy.OfOneUnit, widths[^1] + 0.5)],
            },
            Measured(study, widths, _ => 1) with { Id = "measured", Label = "measured" },
        ],
    };

    private static Panel Quotients(StuckStudy study, double[] widths) => new()
    {
        X = Width(widths),
        Y = Axis.Linear("fraction, measured over predicted"),
        Marks =
        [
            new ReferenceLine { Id = "one", Role = MarkRole.Theory, Orientation = Orientation.Horizontal, Value = 1 },
            Measured(study, widths, stuck => stuck.Predicted) with { Id = "quotient", Label = "± one standard error" },
        ],
    };

    private static Axis Width(double[] widths) => Axis.Category("hidden width $h$", [.. widths.Select(NumberText.Of)]);

    private static ErrorBars Measured(StuckStudy study, double[] widths, Func<StuckFraction, double> unit) => new()
    {
        Id = "",
        Color = Palette.Stuck,
        X = widths,
        Y = [.. study.Networks.Select(stuck => stuck.Measured / unit(stuck))],
        Lower = [.. study.Networks.Select(stuck => (stuck.Measured - stuck.Uncertainty) / unit(stuck))],
        Upper = [.. study.Networks.Select(stuck => (stuck.Measured + stuck.Uncertainty) / unit(stuck))],
    };

    private static string Text(StuckFraction stuck) => $"${Rounded.WithUncertainty(stuck.Measured, stuck.Uncertainty)}$";
}
