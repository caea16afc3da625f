namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>How a controller weighs the errors of this step and of the two accepted before it, in exponents times k = q + 1.</summary>
/// <remarks>
/// The next step is h · 0.9 e^(−b₁/k) e'^(−b₂/k) e''^(−b₃/k) for the error ratios e of this step, e' and e'' of the accepted steps before it.
/// Source: Söderlind, ACM Trans. Math. Softw. 29 (2003), 1–26, table 1, which calls these kβ₁, kβ₂, kβ₃.
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

    /// <summary>Proportional–integral–derivative control H312PID: the smoothest steps. Source: Söderlind (2003), section 7.</summary>
    public static ControlGains ProportionalIntegralDerivative { get; } = new("proportional–integral–derivative", 1 / 18.0, 1 / 9.0, 1 / 18.0);
}
