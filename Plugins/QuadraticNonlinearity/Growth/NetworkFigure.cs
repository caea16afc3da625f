using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>The network with one quadratic unit beside its monomial, whose time over E[x⁴] lies on top of it.</summary>
internal static class NetworkFigure
{
    public static Figure Draw(NetworkStudy study) => new()
    {
        Id = "network",
        Title = "A network with one quadratic unit beside its monomial",
        Subtitle = $"$f(x) = a(wx)^2$ trained to $sx^2$ on {QuadraticRuns.Inputs.Count} points",
        Caption = $"Strength $w^2a$ of the network and of the monomial $w^2a$ from the same weights. The network is half learned at {Rounded.Text(study.NetworkTime)}, the monomial at {Rounded.Text(study.MonomialTime)}: "
            + $"a factor of {Rounded.Text(study.MonomialTime / study.NetworkTime, 7)}, where the fourth moment of the points is {Rounded.Text(study.FourthMoment, 7)}. Dashed: the monomial with its time divided by it; grey: the time of the network, and that many times it.",
        AltText = "Products against flow time: two sigmoids from near zero to the target, the network's earlier. The monomial's curve with its time divided by the fourth moment lies on the network's.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$").Between(0, study.ShownTimes[^1]),
                Y = Axis.Linear("strength $w^2a$"),
                Marks =
                [
                    new ReferenceLine { Id = "target", Label = "target $s$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = study.Target },
                    HalfTimeLine.At("half-network", "$T_{1/2}$", study.NetworkTime),
                    HalfTimeLine.At("half-monomial", "$E[x^4]\\,T_{1/2}$", study.FourthMoment * study.NetworkTime),
                    new Line { Id = "network", Label = "network $a(wx)^2$", Color = Palette.Network, X = study.ShownTimes, Y = study.NetworkProducts },
                    new Line { Id = "monomial", Label = "monomial $w^2a$", Color = Palette.Quadratic, X = study.ShownTimes, Y = study.MonomialProducts },
                    new Line
                    {
                        Id = "monomial-rescaled",
                        Label = "monomial at $E[x^4]t$",
                        Role = MarkRole.Theory,
                        Color = Palette.Quadratic,
                        X = [.. study.ShownTimes.Select(time => time / study.FourthMoment)],
                        Y = study.MonomialProducts,
                    },
                ],
            },
        ],
        ClaimIds = ["note1-45-network-is-monomial"],
        Findings =
        [
            new()
            {
                Title = "A network with one quadratic unit is its monomial, $E[x^4]$ times as fast",
                Caption = "With that factor on time the monomial lies on the network.",
                ClaimIds = ["note1-45-network-is-monomial"],
            },
        ],
    };
}
