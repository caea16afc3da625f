using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>The largest stable learning rate against the target and against the spread of the weights.</summary>
internal static class LargestRateFigure
{
    private const int CurvePoints = 60;

    public static Figure Draw(IReadOnlyList<LargestRates> rates)
    {
        List<LargestRates> unequal = [.. rates.Where(candidate => candidate.Unequal.Count > 0)];
        return new Figure
        {
            Id = "eta-max",
            Title = "The largest stable learning rate is 2 over the sharpness of the minimum",
            Subtitle = "bisection over runs of gradient descent (dots, ± 0.025 %) on the formula (dashed)",
            Caption = "Largest learning rate $η$ with which gradient descent from $(1 + 10^{-6})$ times a minimum is nearer to it after 20 000 steps (dots) on the formula (dashed). "
                + "(a) At the minimum with equal weights, $2/(d s^{2-2/d})$: steeper in $s$ for larger degrees. "
                + (unequal.Count == 0 ? "" : $"(b) At minima for $s = {NumberText.Of(unequal[0].Target)}$ with weights in equal ratios, $2/(s^2 Σ 1/w_i^2)$: the more unequal, the smaller."),
            AltText = $"Largest stable learning rate against the target, both logarithmic, for the degrees {string.Join(", ", rates.Select(rate => rate.Degree))}: dots on straight dashed lines that "
                + "fall the steeper, the larger the degree. Beside it the same against the ratio of the largest to the smallest weight: dots on falling curves.",
            Size = unequal.Count == 0 ? FigureSize.OneColumn : new FigureSize(1060, 420),
            Columns = 2,
            Panels = unequal.Count == 0 ? [OverTargets(rates)] : [OverTargets(rates), OverSpreads(unequal)],
            ClaimIds = [.. rates.Select(rate => LargestRateClaims.BalancedId(rate.Degree)), .. unequal.Select(rate => LargestRateClaims.UnequalId(rate.Degree))],
        };
    }

    private static Panel OverTargets(IReadOnlyList<LargestRates> rates) => new()
    {
        X = Axis.Logarithmic("target $s$"),
        Y = Axis.Logarithmic("largest stable learning rate $η_{\\max}$"),
        Marks =
        [
            .. rates.Select(rate => new Line
            {
                Id = $"formula-{rate.Degree}",
                Label = $"$d = {rate.Degree}$",
                Role = MarkRole.Theory,
                Color = rate.Place,
                X = LargestRates.Targets,
                Y = [.. LargestRates.Targets.Select(target => new BalancedProduct(target, rate.Degree).MaximumLearningRate)],
            }),
            .. rates.Select(rate => new Scatter
            {
                Id = $"measured-{rate.Degree}",
                Color = rate.Place,
                X = LargestRates.Targets,
                Y = [.. rate.Balanced.Select(found => found.Measured)],
            }),
        ],
    };

    private static Panel OverSpreads(List<LargestRates> rates) => new()
    {
        X = Axis.Logarithmic("largest over smallest weight"),
        Y = Axis.Logarithmic("largest stable learning rate $η_{\\max}$"),
        Marks =
        [
            .. rates.Select(rate => Curve(rate, Spacing.Logarithmic(1, LargestRates.Spreads[^1], CurvePoints))),
            .. rates.Select(rate => new Scatter
            {
                Id = $"unequal-{rate.Degree}",
                Color = rate.Place,
                X = LargestRates.Spreads,
                Y = [.. rate.Unequal.Select(found => found.Measured)],
            }),
        ],
    };

    private static Line Curve(LargestRates rate, IReadOnlyList<double> spreads) => new()
    {
        Id = $"unequal-formula-{rate.Degree}",
        Label = $"$d = {rate.Degree}$",
        Role = MarkRole.Theory,
        Color = rate.Place,
        X = spreads,
        Y = [.. spreads.Select(spread => LargestRates.Formula(rate.Target, rate.Degree, spread))],
    };
}
