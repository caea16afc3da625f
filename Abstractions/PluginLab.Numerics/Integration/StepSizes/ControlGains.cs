namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>How a controller weighs the errors of this step and of the two accepted before it, in exponents times k = q + 1.</summary>
/// <remarks>
/// The next step is h · θ e^(−b₁/k) e'^(−b₂/k) e''^(−b₃/k) (h/h')^(−a) for the error ratios e of this step, e' and e'' of the accepted steps before it, the size h'
/// of the last of them and a safety factor θ.
/// Source: Söderlind, ACM Trans. Math. Softw. 29 (2003), 1–26, tables I and III, which call b kβ and a α₂.
/// </remarks>
/// <param name="Name">What kind of control this is, for reports.</param>
/// <param name="Newest">b₁ on the error of this step.</param>
/// <param name="Previous">b₂ on that of the step before.</param>
/// <param name="Earlier">b₃ on that of the step before that.</param>
public sealed record ControlGains(string Name, double Newest, double Previous, double Earlier)
{
    /// <summary>Integral control, the elementary rule h · 0.9 e^(−1/k). Source: Hairer, Nørsett and Wanner I, equation II.4.13.</summary>
    public static ControlGains Integral { get; } = new("integral", 1, 0, 0);

    /// <summary>Proportional–integral control with gains 0.7 and −0.4. Source: Gustafsson, ACM Trans. Math. Softw. 17 (1991), 533–554; Hairer and Wanner II, section IV.2.</summary>
    public static ControlGains ProportionalIntegral { get; } = new("proportional–integral", 0.7, -0.4, 0);

    /// <summary>Proportional–integral–derivative control H312PID: the smoothest steps. Source: Söderlind (2003), table III.</summary>
    /// <remarks>Its gains sum to 2/9: θ = 0.9^(2/9) makes it settle at the error at which integral control does.</remarks>
    public static ControlGains ProportionalIntegralDerivative { get; } = new("proportional–integral–derivative", 1 / 18.0, 1 / 9.0, 1 / 18.0) { Safety = 0.97686 };

    /// <summary>Predictive control h · 0.9 e^(−2/k) e'^(1/k) h/h': the error is taken to go on changing as it did. It never proposes more than integral control.</summary>
    /// <remarks>Source: Gustafsson, ACM Trans. Math. Softw. 20 (1994), 496–517; Hairer and Wanner II, equation IV.8.25.</remarks>
    public static ControlGains Predictive { get; } = new("predictive", 2, -1, 0) { StepRatio = -1 };

    /// <summary>a on the size of this step over that of the step before; 0 where errors alone count.</summary>
    public double StepRatio { get; init; }

    /// <summary>The safety factor θ, above 0 and at most 1.</summary>
    public double Safety { get; init; } = 0.9;
}
