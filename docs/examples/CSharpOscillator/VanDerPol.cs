using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

public readonly struct VanDerPol : IRightHandSide
{
    public int Dimension => 2;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        derivative[0] = state[1];
        derivative[1] = parameters[0] * (1 - state[0] * state[0]) * state[1] - state[0];
    }
}

public sealed class VanDerPolPlugin : IPlugin
{
    private static readonly Parameter<double> Damping = Parameter.Real("damping", "The factor $\\mu$ of $(1 - x^2)x'$.", 1, minimum: 0, maximum: 100);

    public PluginCatalog Catalog { get; } = new()
    {
        Systems =
        [
            new()
            {
                Id = "van-der-pol",
                Description = "Van der Pol's oscillator $x'' = \\mu(1 - x^2)x' - x$; its state is $x, x'$.",
                Parameters = [Damping],
                Create = values => new(
                    ParametricSystem.Create(new VanDerPol(), values.Get(Damping)), [new("position", "the position $x$", (_, x) => x[0])], [2, 0]),
            },
        ],
    };
}
