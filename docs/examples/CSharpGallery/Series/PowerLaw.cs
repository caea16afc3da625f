using PluginLab.Figures;

public static class PowerLaw
{
    private const double Student = 2.365;

    public static Figure Create()
    {
        double[] x = [.. Escape.Starts.Select(Math.Log10)], y = [.. Escape.Starts.Select(start => Math.Log10(Escape.Sample(start)[0]))];
        int n = x.Length;
        double mean = x.Average(), spread = x.Sum(v => (v - mean) * (v - mean));
        double slope = x.Zip(y, (u, v) => (u - mean) * v).Sum() / spread, intercept = y.Average() - slope * mean;
        double variance = x.Zip(y, (u, v) => (v - intercept - slope * u) * (v - intercept - slope * u)).Sum() / (n - 2);
        FitLine fit = new()
        {
            Id = "fit", Label = "fit", Role = MarkRole.Fit, Slope = slope, Intercept = intercept, Range = new(Escape.Starts[0], Escape.Starts[^1]),
            SlopeUncertainty = Student * Math.Sqrt(variance / spread), Confidence = 0.95,
            Covariance = new(variance * (1.0 / n + mean * mean / spread), -variance * mean / spread, variance / spread),
        };
        Scatter runs = new() { Id = "runs", Label = "one run each", X = Escape.Starts, Y = [.. Escape.Starts.Select(start => Escape.Sample(start)[0])] };
        return new()
        {
            Id = "fit", Title = "The time on the plateau grows as $\\varepsilon^{-1/3}$",
            Caption = "One run per initial product $\\varepsilon$ of three weights; the band is the pointwise 95 % confidence band of the line.",
            AltText = "Nine points with a fitted line and its band on logarithmic axes.",
            Panels = [new() { X = Axis.Logarithmic("initial product $\\varepsilon$"), Y = Axis.Logarithmic("escape time $T_{1/2}$"), Legend = LegendPlacement.Inside, Marks = [fit, runs] }],
        };
    }
}
