using System.Globalization;
using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Scales;

/// <summary>Ticks of a logarithmic axis: whole decades at a stride that fits; below 1.5 decades, and where there is no second decade, 1-2-5 or 1-3; else as on a linear axis.</summary>
internal static class LogTicks
{
    private const double DecadesForPowersOnly = 1.5;
    private const double MinorSpacing = 16;
    private const int MostLabels = 9;

    /// <summary>Ticks within limits on an axis of a length in px.</summary>
    public static TickSet Choose(Limits limits, double length, TickDirection direction, double spacing)
    {
        double decades = Math.Log10(limits.Upper) - Math.Log10(limits.Lower);
        TickSet powers = decades >= DecadesForPowersOnly ? Decades(limits, length, direction) : None;
        Func<TickSet>[] choices =
            [() => powers, () => Multiples([1, 2, 5], limits, length, direction), () => Multiples([1, 3], limits, length, direction), () => Linear(limits, length, direction, spacing)];
        return choices.Select(choose => choose()).FirstOrDefault(ticks => ticks.Values.Count >= 2)
            ?? (powers.Values.Count > 0 ? powers : choices[^1]());
    }

    private static TickSet None => new() { Values = [], Texts = [] };

    private static TickSet Decades(Limits limits, double length, TickDirection direction)
    {
        int first = CeilingLog(limits.Lower);
        int last = FloorLog(limits.Upper);
        double decadePixels = length / (Math.Log10(limits.Upper) - Math.Log10(limits.Lower));
        double room = direction == TickDirection.Vertical
            ? 22
            : Math.Max(PowerLabel(first).Width, PowerLabel(last).Width) + 16;
        int stride = Stride(Math.Max(room / decadePixels, (last - first) / (double)MostLabels));
        int[] whole = [.. Enumerable.Range(first, Math.Max(0, last - first + 1))];
        int[] multiples = [.. whole.Where(k => k % stride == 0)];
        int[] exponents = multiples.Length >= 2 ? multiples : [.. whole.Where(k => (k - first) % stride == 0)];
        return new TickSet
        {
            Values = [.. exponents.Select(k => TickNumber.ValueOf(1, k))],
            Texts = [.. exponents.Select(Power)],
            Minor = stride == 1 && decadePixels >= MinorSpacing ? MinorTicks(limits, first - 1, last) : stride == 1 ? [] : Between(first, last, exponents),
        }.Measured();
    }

    /// <summary>The first stride of 1, 2, 3, 5, 10, 20, 50, 100 … that is no smaller than needed.</summary>
    private static int Stride(double needed)
    {
        int[] strides = [1, 2, 3, 5, 10, 20, 50, 100, 200];
        return strides.First(stride => stride >= needed || stride == strides[^1]);
    }

    private static TickSet Multiples(int[] mantissas, Limits limits, double length, TickDirection direction)
    {
        int first = CeilingLog(limits.Lower) - 1;
        int last = FloorLog(limits.Upper);
        (int Mantissa, int Exponent)[] candidates = [.. from k in Enumerable.Range(first, Math.Max(0, last - first + 1))
                                                        from m in mantissas
                                                        where Contains(limits, TickNumber.ValueOf(m, k))
                                                        select (m, k)];
        TickSet ticks = new TickSet
        {
            Values = [.. candidates.Select(c => TickNumber.ValueOf(c.Mantissa, c.Exponent))],
            Texts = [.. candidates.Select(c => c.Exponent is >= -4 and < 5 ? TickNumber.Write(c.Mantissa, c.Exponent) : c.Mantissa == 1 ? Power(c.Exponent) : $"${c.Mantissa} \\times 10^{{{Digits(c.Exponent)}}}$")],
            Minor = MinorTicks(limits, first, last),
        }.Measured();
        return AreApart(ticks, limits, length, direction) ? ticks : None;
    }

    private static TickSet Linear(Limits limits, double length, TickDirection direction, double spacing)
    {
        for (double room = spacing; room < 64 * spacing; room *= 1.5)
        {
            TickSet ticks = LinearTicks.Choose(limits, length, direction, room);
            if (AreApart(ticks, limits, length, direction))
            {
                return ticks;
            }
        }

        return LinearTicks.Choose(limits, 1, direction, spacing);
    }

    private static bool AreApart(TickSet ticks, Limits limits, double length, TickDirection direction)
    {
        AxisMap map = new(AxisScale.Logarithmic, limits, 0, length);
        for (int i = 1; i < ticks.Labels.Count; i++)
        {
            double room = direction == TickDirection.Vertical ? 18 : ((ticks.Labels[i - 1].Width + ticks.Labels[i].Width) / 2) + 10;
            if (map.ToPixel(ticks.Values[i]) - map.ToPixel(ticks.Values[i - 1]) < room)
            {
                return false;
            }
        }

        return true;
    }

    private static double[] MinorTicks(Limits limits, int first, int last) =>
        [.. from k in Enumerable.Range(first, last - first + 1)
            from m in Enumerable.Range(2, 8)
            let value = TickNumber.ValueOf(m, k)
            where Contains(limits, value)
            select value];

    private static double[] Between(int first, int last, int[] labelled) => last - first > 60
        ? []
        : [.. Enumerable.Range(first, last - first + 1).Except(labelled).Select(k => TickNumber.ValueOf(1, k))];

    private static bool Contains(Limits limits, double value) =>
        value >= limits.Lower * (1 - 1e-12) && value <= limits.Upper * (1 + 1e-12);

    private static int CeilingLog(double value)
    {
        int exponent = (int)Math.Ceiling(Math.Log10(value) - 1e-12);
        return exponent;
    }

    private static int FloorLog(double value) => (int)Math.Floor(Math.Log10(value) + 1e-12);

    private static Label PowerLabel(int exponent) => LabelBuilder.Build(RichText.Parse(Power(exponent)), TextStyle.Tick);

    private static string Power(int exponent) => exponent switch
    {
        0 => "1",
        1 => "10",
        _ => $"$10^{{{Digits(exponent)}}}$",
    };

    private static string Digits(int exponent) => exponent.ToString(CultureInfo.InvariantCulture);
}
