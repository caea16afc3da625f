using PluginLab.Dynamics;
using PluginLab.Figures;

public static class ErrorBarsFigure
{
    private const double Student = 2.201;

    public static Figure Create()
    {
        double[] mean = [.. Escape.Starts.Select(Escape.Mean)], half = [.. Escape.Starts.Select(start => Student * Escape.StandardError(start))];
        ErrorBars runs = new()
        {
            Id = "runs", Label = $"mean of {Escape.Runs} runs, 95 % CI", X = Escape.Starts, Y = mean,
            Lower = [.. mean.Zip(half, (m, h) => m - h)], Upper = [.. mean.Zip(half, (m, h) => m + h)],
        };
        double[] grid = Flows.Powers(1e-6, 1e-2, 41);
        Line exact = new() { Id = "exact", Label = "without scatter", Role = MarkRole.Theory, X = grid, Y = [.. grid.Select(start => Escape.TimeOf(PortableMath.Pow(start, 1.0 / 3)))] };
        int held = Escape.Starts.Where((start, i) => Math.Abs(Escape.TimeOf(PortableMath.Pow(start, 1.0 / 3)) - mean[i]) <= half[i]).Count();
        return new()
        {
            Id = "error-bars", Title = "Mean times scatter about the time of the mean start",
            Caption = $"Time until $w^3 = 1/2$ for weights that start at $\\varepsilon^{{1/3}}(1 + 0.25 g)$ with Gaussian $g$: {held} of {mean.Length} confidence intervals (95 %, {Escape.Runs} runs each) hold the time for $g = 0$.",
            AltText = "Points with error bars along a falling line on logarithmic axes.",
            Panels = [new() { X = Axis.Logarithmic("initial product $\\varepsilon$"), Y = Axis.Logarithmic("escape time $T_{1/2}$"), Legend = LegendPlacement.Inside, Marks = [exact, runs] }],
        };
    }
}
