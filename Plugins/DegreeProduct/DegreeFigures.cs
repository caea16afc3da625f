using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.DegreeProduct;

/// <summary>The figures; in all of them a degree has the same colour.</summary>
internal static class DegreeFigures
{
    public static IReadOnlyList<Figure> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
        [GrowthFigures.Product(measurements), ApproachFigures.Approach(measurements), GrowthFigures.GrowthTime(measurements), ApproachFigures.ApproachTime(measurements)];

    public static string Name(DegreeMeasurement measurement) => $"$d = {measurement.Degree}$";

    public static int Color(DegreeMeasurement measurement) => measurement.Degree - 1;

    public static string List(IReadOnlyList<DegreeMeasurement> measurements) => string.Join(", ", measurements.Select(measurement => measurement.Degree));

    /// <summary>A power of ten as such, any other number in full.</summary>
    public static string Accuracy(double value)
    {
        double exponent = Math.Round(Math.Log10(value));
        return value == Math.Pow(10, exponent) && exponent < -2 ? $"10^{{{NumberText.Of(exponent)}}}" : NumberText.Of(value);
    }
}
