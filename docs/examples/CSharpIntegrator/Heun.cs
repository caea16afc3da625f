using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

public sealed class HeunPlugin : IPlugin
{
    private static readonly Parameter<double> Step = Parameter.PositiveReal("step", "Step size $h$, in units of time.", 0.01, maximum: 10);

    private static readonly ButcherTableau Tableau =
        new ButcherTableau("Heun", order: 2, nodes: [0, 1], stageWeights: [[], [1]], weights: [0.5, 0.5]).WithHermiteOutput();

    public PluginCatalog Catalog { get; } = new()
    {
        Integrators =
        [
            new()
            {
                Id = "heun",
                Description = "Heun's method of order 2 with a constant step (Heun, Z. Math. Phys. 45, 1900).",
                Parameters = [Step],
                Counterpart = "dormand-prince-5",
                Create = values => new StepIntegrator(new ExplicitRungeKutta(Tableau), new ConstantStepSize(values.Get(Step)), maximumSteps: 1_000_000),
            },
        ],
    };
}
