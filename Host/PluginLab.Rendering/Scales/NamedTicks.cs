using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Scales;

/// <summary>Ticks whose names the figure gives: side by side where they fit, turned where they do not, and every second or third where even that is too close.</summary>
internal static class NamedTicks
{
    private const double SideBySideGap = 8;
    private const double LineGap = 2;

    /// <summary>The ticks within the limits of an axis; one of <c>Stride</c> has its name.</summary>
    public static (TickSet Ticks, int Stride) Choose(IReadOnlyList<AxisTick> given, AxisMap map, TickDirection direction)
    {
        AxisTick[] shown = [.. given.Where(tick => map.Contains(tick.Value) && map.CanShow(tick.Value))];
        double[] at = [.. shown.Select(tick => map.ToPixel(tick.Value))];
        Label[] labels = [.. shown.Select(tick => LabelBuilder.Build(RichText.Parse(tick.Label), TextStyle.Tick))];
        bool isTurned = direction == TickDirection.Horizontal && !AreApart(at, labels, 1, label => label.Width, SideBySideGap);
        bool hasLines = isTurned || direction == TickDirection.Vertical;
        int stride = 1;
        while (hasLines && stride < shown.Length && !AreApart(at, labels, stride, label => label.Height, LineGap))
        {
            stride++;
        }

        AxisTick[] named = [.. shown.Where((_, i) => i % stride == 0)];
        TickSet ticks = new()
        {
            Values = [.. named.Select(tick => tick.Value)],
            Texts = [.. named.Select(tick => tick.Label)],
            Minor = [.. shown.Where((_, i) => i % stride != 0).Select(tick => tick.Value)],
            IsTurned = isTurned,
        };
        return (ticks.Measured(), stride);
    }

    private static bool AreApart(double[] at, Label[] labels, int stride, Func<Label, double> size, double gap)
    {
        for (int i = stride; i < at.Length; i += stride)
        {
            if (Math.Abs(at[i] - at[i - stride]) < ((size(labels[i]) + size(labels[i - stride])) / 2) + gap)
            {
                return false;
            }
        }

        return true;
    }
}
