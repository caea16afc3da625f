using PluginLab.Dynamics;
using PluginLab.Figures;

public static class ModeStrengths
{
    private const double Start = 1e-3;

    public static Figure Create()
    {
        List<Mark> marks = [];
        foreach ((double s, int i) in ((double[])[4, 2, 1]).Select((s, i) => (s, i)))
        {
            Trajectory flow = Flows.Solve(w => Flows.Product(s, w), [Math.Sqrt(Start), Math.Sqrt(Start)], 7);
            double[] theory = [.. flow.Times.Select(t => s / (1 + (s / Start - 1) * PortableMath.Exp(-2 * s * t)))];
            marks.Add(new Line { Id = $"mode-{i + 1}", Label = $"$u_{i + 1}$, $s_{i + 1} = {s}$", Color = i, X = flow.Times, Y = flow.Observe((_, w) => w[0] * w[1]) });
            marks.Add(new Line { Id = $"theory-{i + 1}", Role = MarkRole.Theory, Color = i, X = flow.Times, Y = theory });
            marks.Add(new ReferenceLine { Id = $"half-time-{i + 1}", Label = $"$T_{i + 1}$", Orientation = Orientation.Vertical, Value = PortableMath.Log(s / Start - 1) / (2 * s) });
        }

        return new()
        {
            Id = "mode-strengths", Title = "Modes are learned one after the other, the strongest first",
            Subtitle = "solid: gradient flow; dashed: the logistic curve $s_i/(1 + e^{-2 s_i (t - T_i)})$",
            Caption = "Each mode $u_i = a_i b_i$ of a two-layer linear network follows its logistic curve and is half learned at $T_i = \\log(s_i/u_i(0) - 1)/2s_i$.",
            AltText = "Three rising curves with their predictions on top of them, the strongest mode first.",
            Panels = [new() { X = Axis.Linear("flow time $t$"), Y = Axis.Linear("mode strength $u_i$"), Marks = marks }],
        };
    }
}
