using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;

public static class Verdicts
{
    public static Figure Create()
    {
        Trajectory flow = Flows.Solve(w => Flows.Product(1, w), [0.4, 0.1], 20);
        ReadOnlySpan<double> end = flow.LastState;
        double imbalance = end[0] * end[0] - end[1] * end[1], half = Flows.TimeUntil(w => Flows.Product(1, w), [0.1, 0.1], w => w[0] * w[1] - 0.5);
        VerdictTable table = new()
        {
            Id = "verdicts", Claims =
            [
                Compare("target", "$w_1 w_2$ reaches its target.", 1, end[0] * end[1], 1e-5, Verdict.Supported),
                Compare("imbalance", "$w_1^2 - w_2^2$ is conserved.", 0.15, imbalance, 1e-5, Verdict.Supported),
                Compare("half-time", "Half the target takes $\\log(s/\\varepsilon - 1)/2s$.", PortableMath.Log(99) / 2, half, 1e-5, Verdict.Supported),
                Compare("estimate", "It takes $\\frac{1}{s} \\log \\frac{s}{\\varepsilon}$.", PortableMath.Log(100), half, 1e-2, Verdict.Refuted),
            ],
        };
        return new()
        {
            Id = "verdict-table", Title = "What holds of a product of two weights", Size = new(760, 220),
            Caption = "Claims with their verdicts; the last is expected to be refuted, since it is twice too long.", AltText = "A table of four claims; three are supported, one is refuted as expected.",
            Panels = [table.ToPanel()],
        };
    }

    private static Claim Compare(string id, string statement, double predicted, double measured, double tolerance, Verdict expected) => new()
    {
        Id = id, Statement = statement, Source = "Example", Predicted = predicted, Measured = measured, Uncertainty = 1e-6, Bound = Bound.Near(predicted, tolerance), Expected = expected,
    };
}
