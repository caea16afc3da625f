using PluginLab.Figures;

public static class HeatMapFigure
{
    public static Figure Create()
    {
        double[] start = Flows.Grid(1.2, 3, 101);
        Line edge = new() { Id = "edge", Label = "$\\eta = 2/\\lambda$ of the start", Role = MarkRole.Theory, X = [.. start.Select(w => 2 / (w * w + 0.16))], Y = start };
        return new()
        {
            Id = "heat-map", Title = "Where gradient descent converges",
            Caption = "Loss $(1 - w_1 w_2)^2/2$ after 50 steps from $(w_1, 0.4)$. Along the dashed line the learning rate is twice the inverse sharpness of the valley at that $w_1$; there descent comes to its minimum slowest. Grey: diverged.",
            AltText = "A map with a dark region of convergence at small learning rates, and a ragged border.",
            Panels = [new() { X = Axis.Linear("learning rate $\\eta$"), Y = Axis.Linear("initial weight $w_1$"), Legend = LegendPlacement.Below, Marks = [Stability.Map("loss", 0), edge] }],
        };
    }
}
