using PluginLab.Dynamics;
using PluginLab.Figures;

public static class Ranges
{
    public static Figure Create()
    {
        List<Mark> marks = [];
        foreach (int d in (int[])[2, 3, 4])
        {
            Trajectory From(double weight) => Flows.Solve(w => [PortableMath.Pow(w[0], d - 1) * (1 - PortableMath.Pow(w[0], d))], [weight], 12);
            Trajectory slow = From(0.28), middle = From(0.32), fast = From(0.36);
            IReadOnlyList<double> Strength(Trajectory flow) => flow.Observe((_, w) => PortableMath.Pow(w[0], d));
            marks.Add(new Ribbon { Id = $"range-{d}", Color = d - 2, X = middle.Times, Lower = Strength(slow), Upper = Strength(fast) });
            marks.Add(new Line { Id = $"middle-{d}", Label = $"$d = {d}$", Color = d - 2, X = middle.Times, Y = Strength(middle) });
        }

        return new()
        {
            Id = "ribbon", Title = "The deeper the product, the more the start matters",
            Caption = "$w^d$ under gradient flow of $(1 - w_1 \\cdots w_d)^2/2d$; lines start at $w = 0.32$, bands span starts from 0.28 to 0.36.",
            AltText = "Three rising curves with bands that widen with depth.",
            Panels = [new() { X = Axis.Linear("flow time $t$"), Y = Axis.Linear("product $w^d$"), Marks = marks, Legend = LegendPlacement.Below }],
        };
    }
}
