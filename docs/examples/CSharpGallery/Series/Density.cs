using PluginLab.Figures;

public static class Density
{
    private const int Runs = 4000;

    public static Figure Create()
    {
        double[] grid = Flows.Grid(2, 8, 241);
        Histogram measured = Histogram.OfSamples("measured", HalfTimes.Sample(Runs), Flows.Grid(2, 8, 49)) with { Label = $"{Runs} runs", Height = HistogramHeight.Density };
        Line theory = new() { Id = "theory", Label = "Gumbel's law", Role = MarkRole.Theory, X = grid, Y = [.. grid.Select(HalfTimes.Density)] };
        return new()
        {
            Id = "histogram", Title = "Half-times have a long tail of late learners",
            Caption = $"The density of {Runs} half-times against the derivative of $P(T < t) = \\exp(-1/(\\varepsilon + \\varepsilon e^{{2t}}))$; no parameter is fitted.",
            AltText = "A skewed histogram under a smooth dashed curve.",
            Panels = [new() { X = Axis.Linear("half-time $T$"), Y = Axis.Linear("density $p(T)$"), Legend = LegendPlacement.Inside, Marks = [measured, theory] }],
        };
    }
}
