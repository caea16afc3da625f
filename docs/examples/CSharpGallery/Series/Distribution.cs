using PluginLab.Figures;

public static class Distribution
{
    private const int Runs = 40;

    public static Figure Create()
    {
        double[] times = HalfTimes.Sample(Runs), grid = Flows.Grid(2, 7, 201);
        Step measured = new()
        {
            Id = "measured", Label = $"{Runs} runs", X = [2, .. times, 7], Y = [0, .. Enumerable.Range(1, Runs).Select(rank => (double)rank / Runs), 1],
        };
        Line theory = new() { Id = "theory", Label = "Gumbel's law", Role = MarkRole.Theory, X = grid, Y = [.. grid.Select(HalfTimes.Probability)] };
        return new()
        {
            Id = "step", Title = "Small starts make late learners",
            Caption = $"Half-times of {Runs} modes with $s = 1$ whose strengths at the start are exponentially distributed: $P(T < t) = \\exp(-1/(\\varepsilon + \\varepsilon e^{{2t}}))$.",
            AltText = "A staircase that rises from 0 to 1 around a smooth dashed curve.",
            Panels = [new() { X = Axis.Linear("half-time $T$"), Y = Axis.Linear("share of runs below $T$"), Legend = LegendPlacement.Inside, Marks = [measured, theory] }],
        };
    }
}
