using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DegreeProduct.Growth;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The whole course of the product.</summary>
internal static class ProductFigure
{
    public static Figure Draw(IReadOnlyList<DegreeMeasurement> measurements)
    {
        double target = measurements[0].Setting.Target;
        string start = NumberText.Of(measurements[0].Setting.InitialProduct);
        return new Figure
        {
            Id = "product",
            Title = "The larger the degree, the later and the steeper the rise",
            Subtitle = $"$s = {NumberText.Of(target)}$, equal weights with $u(0) = {start}$",
            Caption = "Product $u = w_1 ⋯ w_d$ under gradient flow (solid) on the closed form $t = [F_d(u/s) - F_d(ε/s)]/(d s^{2-2/d})$ (dashed). "
                + $"Growth is linear in time for $d = 1$, exponential for $d = 2$ and hyperbolic, a long wait and a sudden rise, for $d > 2$. One run each, deterministic, until $u$ is within $δ = {PowerOfTen.Text(measurements[0].Setting.Accuracy)}$ of the target.",
            AltText = $"Two panels, the product against time on a linear and on a logarithmic scale, one line for each of the degrees {List(measurements)}; "
                + "each rises to the target, larger degrees after a longer wait.",
            Size = new FigureSize(1040, 400),
            Columns = 2,
            Shared = SharedParts.Legend,
            Panels =
            [
                ProductPanel(measurements, Axis.Linear("product $u$"), "linear"),
                ProductPanel(measurements, Axis.Logarithmic("product $u$"), "log"),
            ],
            ClaimIds = ["note1-35-reduced-equation", .. measurements.Select(GrowthClaims.GrowthTimeId)],
        };
    }

    private static Panel ProductPanel(IReadOnlyList<DegreeMeasurement> measurements, Axis y, string prefix) => new()
    {
        X = Axis.Linear("flow time $t$"),
        Y = y,
        Legend = LegendPlacement.Right,
        Marks =
        [
            new ReferenceLine { Id = $"{prefix}-target", Label = "target $s$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = measurements[0].Setting.Target },
            .. measurements.Select(measurement => new Line
            {
                Id = $"{prefix}-degree-{measurement.Degree}",
                Label = Name(measurement),
                Color = Color(measurement),
                X = measurement.Curve.Times,
                Y = measurement.Curve.Product,
            }),
            .. measurements.Select((measurement, i) => new Line
            {
                Id = $"{prefix}-closed-form-{measurement.Degree}",
                Label = i == 0 ? "closed form" : null,
                Role = MarkRole.Theory,
                X = measurement.Curve.ExactTimes,
                Y = measurement.Curve.Levels,
            }),
        ],
    };
}
