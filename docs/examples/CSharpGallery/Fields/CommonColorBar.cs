using PluginLab.Figures;

public static class CommonColorBar
{
    public static Figure Create() => new()
    {
        Id = "common-color-bar", Title = "Momentum carries descent further, and over the edge", Size = new(960, 340), Columns = 3, Shared = SharedParts.ColorBar | SharedParts.XAxis | SharedParts.YAxis,
        Caption = "The map of the loss after 50 steps for three momenta $\\beta$ on one scale of colours. Grey: diverged.",
        AltText = "Three maps of the loss beside each other with one colour bar.",
        Panels =
        [
            .. ((double[])[0, 0.5, 0.9]).Select((momentum, i) => new Panel
            {
                Title = $"$\\beta = {momentum}$", X = Axis.Linear("learning rate $\\eta$"), Y = Axis.Linear("initial weight $w_1$"), Marks = [Stability.Map($"loss-{i}", momentum)],
            }),
        ],
    };
}
