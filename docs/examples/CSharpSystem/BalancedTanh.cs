/// <summary>The flow from starts with a = sinh w, in closed form: a² − sinh²w is conserved, and c = cosh w alone says where on its path the flow is.</summary>
public sealed record BalancedTanh(double Target)
{
    /// <summary>The sharpness of the minimum: 1 − 1/c⁴ there.</summary>
    public double Sharpness => 1 - Math.Pow(CoshAt(Target), -4);

    /// <summary>The balanced state (a, w) with that output.</summary>
    public static double[] StateAt(double output)
    {
        double outer = Math.Sqrt(output * CoshAt(output));
        return [outer, Math.Asinh(outer)];
    }

    /// <summary>The time from one output to another, by partial fractions of dt = c³dc / ((c² − 1)(1 + sc − c²)).</summary>
    public double TimeBetween(double start, double end)
    {
        double limit = CoshAt(Target);
        double[] roots = [1, -1, limit, -1 / limit];
        return -roots.Sum(root =>
            Math.Pow(root, 3) / roots.Where(other => other != root).Aggregate(1.0, (product, other) => product * (root - other))
            * Math.Log(Math.Abs((CoshAt(end) - root) / (CoshAt(start) - root))));
    }

    private static double CoshAt(double output) => (output + Math.Sqrt(output * output + 4)) / 2;
}
