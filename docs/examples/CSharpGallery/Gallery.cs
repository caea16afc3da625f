using PluginLab.Figures;

public static class Gallery
{
    public static IReadOnlyList<Func<Figure>> Figures { get; } =
    [
        ModeStrengths.Create, Distribution.Create, Minima.Create, ErrorBarsFigure.Create, PowerLaw.Create, Ranges.Create, Density.Create, HeatMapFigure.Create, Product.Create,
        Landscape.Create, PhasePortrait.Create, Speeds.Create, EdgeOfStability.Create, Verdicts.Create, CommonColorBar.Create, Ringing.Create, Cost.Create,
    ];
}
