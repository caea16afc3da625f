namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>The strength u = |W_i|² of a mode whose two weight vectors are equal and orthogonal to all others: u' = 2(s − u)u.</summary>
/// <remarks>Source: note 0, section "Speed of learning"; Saxe, McClelland and Ganguli, ICLR 2014, equation 7.</remarks>
public static class TiedMode
{
    /// <summary>u(t) = s u₀ / (u₀ + (s − u₀) e^{−2st}), written without cancellation; u₀ / (1 + 2u₀t) for s = 0.</summary>
    /// <param name="target">s, of either sign: for s ≤ 0 the strength decays to 0.</param>
    /// <param name="initialStrength">u₀ ≥ 0; 0 stays 0.</param>
    /// <param name="time">t.</param>
    public static double Strength(double target, double initialStrength, double time) =>
        initialStrength / (Math.Exp(-2 * target * time) + (2 * initialStrength * Exponentials.Integral(-2 * target, time)));

    /// <summary>The logistic curve s / (1 + e^{−2|s|(t − T)}) through s/2 at T: <see cref="Strength"/> of a start below its target, by its half-time.</summary>
    /// <param name="target">s, of either sign.</param>
    /// <param name="halfTime">T.</param>
    /// <param name="time">t.</param>
    public static double Logistic(double target, double halfTime, double time) => target / (1 + Math.Exp(-2 * Math.Abs(target) * (time - halfTime)));

    /// <summary>The time log[b(s − a) / (a(s − b))] / (2s) from strength a to strength b.</summary>
    /// <param name="target">s &gt; 0.</param>
    /// <param name="from">a, in (0, s).</param>
    /// <param name="to">b, in (0, s); below a the time is negative. NaN where a or b is outside (0, s).</param>
    public static double TimeBetween(double target, double from, double to) =>
        (Math.Log(to / from) + Math.Log((target - from) / (target - to))) / (2 * target);

    /// <summary>The time log[(s − δ)(s − a) / (aδ)] / (2s) from strength a to s − δ: exact also where s − δ is s up to rounding.</summary>
    /// <param name="target">s &gt; 0.</param>
    /// <param name="from">a, in (0, s).</param>
    /// <param name="distance">δ, in (0, s).</param>
    public static double TimeToWithin(double target, double from, double distance) =>
        (Math.Log((target - distance) / from) + Math.Log((target - from) / distance)) / (2 * target);

    /// <summary>The time log(s/ε − 1) / (2s) from ε to s/2; the same from s/2 to s − ε.</summary>
    /// <param name="target">s &gt; 0.</param>
    /// <param name="initialStrength">ε, in (0, s).</param>
    public static double HalfTime(double target, double initialStrength) => TimeBetween(target, initialStrength, target / 2);

    /// <summary>The note's estimate log(s/ε) / s of <see cref="HalfTime"/>: twice the exact time as ε → 0.</summary>
    public static double HalfTimeOfNote(double target, double initialStrength) => Math.Log(target / initialStrength) / target;
}
