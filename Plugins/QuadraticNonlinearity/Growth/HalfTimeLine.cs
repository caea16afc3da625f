using PluginLab.Figures;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>A vertical line at the time at which half of the target is learned.</summary>
internal static class HalfTimeLine
{
    public static ReferenceLine At(string id, string label, double time) => new()
    {
        Id = id,
        Label = label,
        Role = MarkRole.Reference,
        Orientation = Orientation.Vertical,
        Value = time,
    };
}
