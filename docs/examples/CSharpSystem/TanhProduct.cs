using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

public readonly struct TanhFlow : IRightHandSide
{
    public int Dimension => 2;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar tanh = 1 - 2 / (TScalar.Exp(2 * state[1]) + 1);
        TScalar error = parameters[0] - state[0] * tanh;
        derivative[0] = error * tanh;
        derivative[1] = error * state[0] * (1 - tanh * tanh);
    }
}

public readonly struct TanhOutput : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar> => state[0] * (1 - 2 / (TScalar.Exp(2 * state[1]) + 1));
}

public static class TanhProduct
{
    private static readonly Parameter<double> Target = Parameter.PositiveReal("target", "the target $s$ of the output", 1, maximum: 100);

    public static StateFormula Output { get; } = StateFormula.Create(new TanhOutput());

    public static Component<ObservedSystem> Component { get; } = new()
    {
        Id = "tanh-product",
        Description = "Gradient flow of the loss $(s - a \\tanh w)^2/2$; its state is $a, w$.",
        Parameters = [Target],
        Create = values => new(Flow(values.Get(Target)), [new("output", "the output $a \\tanh w$", (t, x) => Output.Evaluate(t, x, [])) { Formula = Output }], [0.1, 0.1]),
    };

    public static ParametricSystem Flow(double target) => ParametricSystem.Create(new TanhFlow(), target).WithInvariants(
        Invariant.Conserved("imbalance", "the difference $a^2 - \\sinh^2 w$", (_, x, _) => x[0] * x[0] - SquareOfSinh(x[1]), (_, x, _) => Math.Max(x[0] * x[0], SquareOfSinh(x[1]))),
        Invariant.NonIncreasing("loss", "the loss $(s - a \\tanh w)^2/2$", (t, x, p) => 0.5 * Math.Pow(p[0] - Output.Evaluate(t, x, p), 2)));

    private static double SquareOfSinh(double w) => Math.Pow(Math.Sinh(w), 2);
}
