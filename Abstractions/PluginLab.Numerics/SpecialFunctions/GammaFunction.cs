namespace PluginLab.Numerics.SpecialFunctions;

/// <summary>The gamma function's relatives.</summary>
public static class GammaFunction
{
    /// <summary>Euler's constant γ = −ψ(1) = 0.5772….</summary>
    public const double EulerConstant = MathNet.Numerics.Constants.EulerMascheroni;

    /// <summary>The digamma function ψ(x) = Γ′(x)/Γ(x), to about 1e-14 of max(1, |ψ|) away from its roots and poles; not finite at its poles 0, −1, −2, ….</summary>
    /// <remarks>Source: MathNet.Numerics, after Bernardo, Algorithm AS 103, Appl. Stat. 25 (1976).</remarks>
    public static double Digamma(double x) => MathNet.Numerics.SpecialFunctions.DiGamma(x);
}
