using PluginLab.Dynamics;
using PluginLab.Figures;

public static class Ringing
{
    public static Figure Create()
    {
        List<Mark> marks = [];
        foreach ((double friction, int i) in ((double[])[0.3, 2]).Select((friction, i) => (friction, i)))
        {
            Trajectory flow = Flows.Solve(x => [x[1], -x[0] - friction * x[1]], [100, 0], 60, 1201);
            marks.Add(new Line { Id = $"error-{i + 1}", Label = $"friction {friction}", Color = i, X = flow.Times, Y = flow.Component(0) });
        }

        return new()
        {
            Id = "symmetric-log", Title = "Momentum with little friction rings for a long time",
            Caption = "The error $e$ of $e'' + \\gamma e' + e = 0$: linear up to $\\pm 0.01$, logarithmic beyond, so that six decades of both signs are seen at once.",
            AltText = "A curve that swings between both signs while it shrinks, and one that falls to zero at once.",
            Panels = [new() { X = Axis.Linear("time $t$"), Y = Axis.SymmetricLogarithmic("error $e$", 0.01), Marks = marks, Legend = LegendPlacement.Inside }],
        };
    }
}
