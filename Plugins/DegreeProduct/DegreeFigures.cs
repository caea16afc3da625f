using PluginLab.Figures;
using PluginLab.Plugins.DegreeProduct.Approach;
using PluginLab.Plugins.DegreeProduct.Growth;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The figures; in all of them a degree has the same colour.</summary>
internal static class DegreeFigures
{
    public static IReadOnlyList<Figure> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
        [ProductFigure.Draw(measurements), ApproachFigure.Draw(measurements), GrowthTimeFigure.Draw(measurements), ApproachTimeFigure.Draw(measurements)];

    public static string Name(DegreeMeasurement measurement) => $"$d = {measurement.Degree}$";

    /// <summary>By place, not by degree: colours repeat after eight, and degrees may lie farther apart.</summary>
    public static int Color(DegreeMeasurement measurement) => measurement.Place;

    public static string List(IReadOnlyList<DegreeMeasurement> measurements) => string.Join(", ", measurements.Select(measurement => measurement.Degree));
}
