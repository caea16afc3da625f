using System.Globalization;

namespace PluginLab.Rendering.Scales;

/// <summary>Ticks of a symmetric logarithmic axis: zero, and whole decades of both signs at a stride that fits; where no decade is shown, as on a linear axis.</summary>
internal static class SymmetricLogTicks
{
    private const double Roundoff = 1e-12;

    /// <summary>Ticks within the limits of an axis, about one per spacing.</summary>
    public static TickSet Choose(AxisMap map, TickDirection direction, double spacing)
    {
        double room = (direction == TickDirection.Horizontal ? 0.55 : 0.5) * spacing;
        double decade = map.Length / (map.Transform.Apply(map.Limits.Upper) - map.Transform.Apply(map.Limits.Lower));
        int first = (int)Math.Ceiling(Math.Log10(map.Transform.LinearRange) - Roundoff);
        int last = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(map.Limits.Lower), Math.Abs(map.Limits.Upper))) + Roundoff);
        int stride = Math.Max(1, (int)Math.Ceiling(room / decade));
        (double Value, string Text)[] ticks = [.. Candidates(first, last).Where((tick, i) => map.Contains(tick.Value) && IsOnStride(tick.Exponent, first, stride, decade, room))
            .OrderBy(tick => tick.Value).Select(tick => (tick.Value, tick.Text))];
        return ticks.Length < 2 ? LinearTicks.Choose(map.Limits, map.Length, direction, spacing) : new TickSet
        {
            Values = [.. ticks.Select(tick => tick.Value)],
            Texts = [.. ticks.Select(tick => tick.Text)],
            Minor = [.. (stride == 1 ? Minor(first, last) : Candidates(first, last).Select(tick => tick.Value).Except(ticks.Select(tick => tick.Value))).Where(map.Contains)],
        }.Measured();
    }

    /// <summary>Zero always; decades at the stride, none so near to zero that labels would touch.</summary>
    private static bool IsOnStride(int? exponent, int first, int stride, double decade, double room) =>
        exponent is not { } k || ((k - first) % stride == 0 && (k > first || decade >= room));

    private static IEnumerable<(double Value, string Text, int? Exponent)> Candidates(int first, int last)
    {
        yield return (0, "0", null);
        for (int k = first; k <= last; k++)
        {
            string power = k switch { 0 => "1", 1 => "10", _ => $"10^{{{k.ToString(CultureInfo.InvariantCulture)}}}" };
            yield return (TickNumber.ValueOf(1, k), $"${power}$", k);
            yield return (TickNumber.ValueOf(-1, k), $"$-{power}$", k);
        }
    }

    private static IEnumerable<double> Minor(int first, int last) =>
        from k in Enumerable.Range(first, Math.Max(0, last - first + 1))
        from m in Enumerable.Range(2, 8)
        from sign in (int[])[-1, 1]
        select TickNumber.ValueOf(sign * m, k);
}
