using PluginLab.Dynamics;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>The product of three weights, its time divided by 2^(2/3), on top of the quadratic unit.</summary>
internal static class CollapseFigure
{
    public static Figure Draw(DegreeThreeStudy study)
    {
        double factor = Math.Pow(2, 2.0 / 3);
        IReadOnlyList<double> times = study.CubicPath.Times;
        IReadOnlyList<double> cubic = Products(study.Runs.Cubic, study.CubicPath);
        return new Figure
        {
            Id = "collapse",
            Title = "Growth of $w_1^2w_2$ beside that of $w_1w_2w_3$",
            Subtitle = $"from $\\varepsilon = {Rounded.Text(study.InitialProduct)}$ to $s = {Rounded.Text(study.Runs.Target)}$",
            Caption = $"Growth from ε to $s/2$ takes {Rounded.Text(study.CubicTime)} for $w_1w_2w_3$ and {Rounded.Text(study.BalancedTime)} for $w_1^2w_2$ from $w_1 = \\sqrt{{2}}w_2$: "
                + $"a factor of {Rounded.Text(study.CubicTime / study.BalancedTime, 7)}, predicted $2^{{2/3}} = {Rounded.Text(factor, 7)}$. Dashed: $w_1w_2w_3$ with its time divided by that; grey: the time of $w_1^2w_2$, and $2^{{2/3}}$ times it. "
                + $"From $w_1 = w_2$ the factor is {Rounded.Text(study.CubicTime / study.EqualStartTime)}, {Rounded.Text(100 * ((study.CubicTime / study.EqualStartTime / factor) - 1), 2)} % from it.",
            AltText = "Products against flow time: sigmoids from near zero to the target. The curve of three weights, its time divided by 2^(2/3), lies on the curve of the balanced quadratic unit.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$").Between(0, times[^1]),
                    Y = Axis.Linear("product $u$"),
                    Marks =
                    [
                        new ReferenceLine { Id = "target", Label = "target $s$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = study.Runs.Target },
                        HalfTimeLine.At("half-quadratic", "$T_1$", study.BalancedTime),
                        HalfTimeLine.At("half-three-weights", "$2^{2/3}\\,T_1$", factor * study.BalancedTime),
                        new Line { Id = "three-weights", Label = "$w_1w_2w_3$", Color = Palette.Cubic, X = times, Y = cubic },
                        new Line { Id = "quadratic-equal-start", Label = "$w_1^2w_2$ from $w_1 = w_2$", Color = Palette.EqualStart, X = times, Y = Products(study.Runs.Quadratic, study.EqualStartPath) },
                        new Line { Id = "quadratic-balanced", Label = "$w_1^2w_2$ from $w_1 = \\sqrt{2}w_2$", Color = Palette.Quadratic, X = times, Y = Products(study.Runs.Quadratic, study.BalancedPath) },
                        new Line { Id = "three-weights-rescaled", Label = "$w_1w_2w_3$ at $2^{2/3}t$", Role = MarkRole.Theory, X = [.. times.Select(time => time / factor)], Y = cubic },
                    ],
                },
            ],
            ClaimIds = ["note1-48-time-factor-balanced", "note1-48-time-factor-equal-start", "note1-48-exactly-the-same"],
            Findings =
            [
                new()
                {
                    Title = "One quadratic unit is a product of three weights, $2^{2/3}$ times as fast",
                    Caption = "With that factor on time the curves coincide.",
                    ClaimIds = ["note1-48-time-factor-balanced", "note1-48-exactly-the-same"],
                },
                new() { Caption = "It does not take a balanced start for the factor to hold within 3 %.", ClaimIds = ["note1-48-time-factor-equal-start"] },
            ],
        };
    }

    private static IReadOnlyList<double> Products(Monomial monomial, Trajectory path) => path.Observe((_, state) => monomial.EvaluateProduct(state));
}
