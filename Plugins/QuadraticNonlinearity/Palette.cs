namespace PluginLab.Plugins.QuadraticNonlinearity;

/// <summary>Colours of the figures: w₁²w₂ and w₁w₂w₃ have theirs throughout, the others within a figure.</summary>
internal static class Palette
{
    /// <summary>w₁²w₂, balanced or learning the target.</summary>
    public const int Quadratic = 0;

    /// <summary>w₁²w₂, stuck in a spurious minimum.</summary>
    public const int Stuck = 1;

    /// <summary>Minima of loss 0.</summary>
    public const int Minima = 4;

    /// <summary>w₁w₂w₃.</summary>
    public const int Cubic = 3;

    /// <summary>w₁²w₂ from w₁ = w₂.</summary>
    public const int EqualStart = 2;

    /// <summary>w₁w₂.</summary>
    public const int LowerDegree = 1;

    /// <summary>The network whose monomial is w₁²w₂.</summary>
    public const int Network = 2;

    /// <summary>w₁³w₂.</summary>
    public const int CubedUnit = 2;

    /// <summary>w₁²w₂².</summary>
    public const int TwoSquares = 6;

    /// <summary>The first start of a run; the others follow in order.</summary>
    public const int FirstStart = 0;
}
