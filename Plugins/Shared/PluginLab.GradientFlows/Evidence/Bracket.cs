namespace PluginLab.GradientFlows.Evidence;

/// <summary>An interval that holds a threshold: what is true at its lower end is false at its upper.</summary>
/// <param name="Lower">Below the threshold.</param>
/// <param name="Upper">Above it.</param>
public readonly record struct Bracket(double Lower, double Upper)
{
    /// <summary>The threshold, to <see cref="HalfWidth"/>.</summary>
    public double Middle => (Lower + Upper) / 2;

    /// <summary>How far <see cref="Middle"/> can be from the threshold.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Bisection: the half with the threshold, so many times. The ends themselves are not tried.</summary>
    /// <param name="halvings">How often; 52 use up the digits of a double.</param>
    /// <param name="holds">Whether the property holds at a value: it does below the threshold.</param>
    public Bracket Halve(int halvings, Func<double, bool> holds)
    {
        Bracket bracket = this;
        for (int i = 0; i < halvings; i++)
        {
            double middle = bracket.Middle;
            bracket = holds(middle) ? bracket with { Lower = middle } : bracket with { Upper = middle };
        }

        return bracket;
    }
}
