using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>T1 against ε, and with which power it falls.</summary>
internal static class GrowthTimeFigure
{
    public static Figure Draw(IReadOnlyList<DegreeMeasurement> measurements) => new()
    {
        Id = "growth-time",
        Title = "Length of the first phase, degree by degree",
        Subtitle = $"{measurements[0].Growth.Starts.Count} starts for each degree, $s = {NumberText.Of(measurements[0].Setting.Target)}$; time from $ε$ to $s/2$; fits ± 95 %",
        Caption = "(a) Length $T_1$ of the first phase, located at $u = s/2$ (solid), on the exact $[F_d(1/2) - F_d(ε/s)]/(d s^{2-2/d})$ (dashed): constant for $d = 1$, "
            + "logarithmic for $d = 2$, a power of $ε$ for $d > 2$, whose asymptote $ε^{-(1-2/d)}/((d-2)s)$ is grey. "
            + "(b) Exponent of $T_1$ from one start to the next (solid), on that of the exact times (dashed); it tends to $-(1-2/d)$ (grey). "
            + "Fits are over the shaded $ε ≤ 10^{-5}s$ (dotted); ± is half the 95 % interval of the exponent, from how far it moves with that window, without a point or a fifth of them, and with the solver's error."
            + MissingPoints.Caption(measurements, measurement => measurement.Growth.Times),
        AltText = $"Length of the first phase against the initial product, both logarithmic, for the degrees {List(measurements)}: a flat line for degree 1, a slow rise "
            + "towards small starts for degree 2, straight lines ever steeper for larger degrees. Beside it the local exponents, which level off towards small starts for degrees above 2.",
        Size = new FigureSize(1060, 420),
        Columns = 2,
        Panels = [Times(measurements), Exponents(measurements)],
        ClaimIds =
        [
            .. Hyperbolic(measurements).SelectMany(measurement => new[] { $"note1-39-exponent-{measurement.Degree}", $"note1-39-prefactor-{measurement.Degree}" }),
            "note1-40-slow-take-off",
        ],
        Findings =
        [
            .. Hyperbolic(measurements).Any() ? (Finding[])[Power(measurements)] : [],
            new() { Caption = "From the smallest start a larger degree from 2 on takes longer.", ClaimIds = ["note1-40-slow-take-off"] },
        ],
    };

    private static Finding Power(IReadOnlyList<DegreeMeasurement> measurements) => new()
    {
        Title = "For $d > 2$ the first phase takes a time proportional to $ε^{-(1-2/d)}$",
        ClaimIds = [.. Hyperbolic(measurements).Select(measurement => $"note1-39-exponent-{measurement.Degree}")],
    };

    private static IEnumerable<DegreeMeasurement> Hyperbolic(IReadOnlyList<DegreeMeasurement> measurements) => measurements.Where(measurement => measurement.Degree > 2);

    /// <summary>The same starts in both panels, although exponents lie between two of them.</summary>
    private static Axis Starts(IReadOnlyList<DegreeMeasurement> measurements) =>
        Axis.Logarithmic("initial product $ε$").Between(measurements[0].Growth.Starts[0], measurements[0].Growth.Starts[^1]);

    private static Panel Times(IReadOnlyList<DegreeMeasurement> measurements) => new()
    {
        X = Starts(measurements),
        Y = Axis.Logarithmic("length of the first phase $T_1$"),
        Marks =
        [
            .. ExponentFits.Range(measurements, "times"),
            .. Hyperbolic(measurements).Select(Asymptote),
            .. measurements.Select(measurement => new Line
            {
                Id = $"degree-{measurement.Degree}",
                Label = Name(measurement),
                Color = Color(measurement),
                X = measurement.Growth.Starts,
                Y = measurement.Growth.Times,
            }),
            .. measurements.Select(measurement => new Line { Id = $"exact-{measurement.Degree}", Role = MarkRole.Theory, X = measurement.Growth.Starts, Y = ExactTimes(measurement) }),
            .. ExponentFits.RangeName(measurements, measurements[0].Theory.GrowthTime(measurements[0].Growth.Starts[0])),
        ],
    };

    private static Panel Exponents(IReadOnlyList<DegreeMeasurement> measurements) => new()
    {
        X = Starts(measurements),
        Y = Axis.Linear("exponent of $T_1$ in $ε$"),
        Marks =
        [
            .. ExponentFits.Range(measurements, "exponents"),
            .. Hyperbolic(measurements).Select((measurement, i) => new ReferenceLine
            {
                Id = $"power-{measurement.Degree}",
                Label = i == 0 ? "asymptote" : null,
                Role = MarkRole.Reference,
                Orientation = Orientation.Horizontal,
                Value = (2.0 / measurement.Degree) - 1,
            }),
            .. measurements.Select(measurement => Local(measurement, measurement.Growth.Times) with
            {
                Id = $"local-{measurement.Degree}",
                Label = Name(measurement),
                Color = Color(measurement),
            }),
            .. measurements.Select((measurement, i) => Local(measurement, ExactTimes(measurement)) with
            {
                Id = $"local-exact-{measurement.Degree}",
                Label = i == 0 ? "exact" : null,
                Role = MarkRole.Theory,
            }),
            .. ExponentFits.Lines(measurements),
            .. ExponentFits.Values(measurements),
        ],
    };

    private static Line Asymptote(DegreeMeasurement measurement)
    {
        (double first, double last) = (measurement.Growth.Starts[0], measurement.Growth.Starts[^1]);
        return new Line
        {
            Id = $"asymptote-{measurement.Degree}",
            Role = MarkRole.Reference,
            X = [first, last],
            Y = [measurement.Theory.GrowthTimeAsymptote(first), measurement.Theory.GrowthTimeAsymptote(last)],
        };
    }

    private static Line Local(DegreeMeasurement measurement, IReadOnlyList<double> times)
    {
        LocalExponent local = LocalExponent.Of(measurement.Growth.Starts, times);
        return new Line { Id = "", X = local.X, Y = local.Exponents };
    }

    private static double[] ExactTimes(DegreeMeasurement measurement) => [.. measurement.Growth.Starts.Select(measurement.Theory.GrowthTime)];
}
