using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace MyIntegrator;

/// <summary>The entry point: lists what the plugin offers.</summary>
public sealed class MyIntegratorPlugin : IPlugin
{
    // Source: Ralston, Mathematics of Computation 16 (1962), 431–437. Of all methods with two stages and order 2 it has the smallest bound on its error.
    private static readonly ButcherTableau Tableau = new ButcherTableau(
        "Ralston 2",
        order: 2,
        nodes: [0, 2 / 3.0],
        stageWeights: [[], [2 / 3.0]],
        weights: [1 / 4.0, 3 / 4.0]).WithHermiteOutput();

    private static readonly Parameter<double> Step = Parameter.PositiveReal("step", "Constant step size $h$, in units of time.", 0.01, maximum: 1e6);

    private static readonly Parameter<int> MaximumSteps = Parameter.WholeNumber("maximum-steps", "Budget of steps.", 1_000_000, minimum: 1, maximum: int.MaxValue);

    public PluginCatalog Catalog { get; } = new()
    {
        Integrators =
        [
            new()
            {
                Id = "my-integrator",
                Description = "Ralston's method of order 2 with a constant step (Ralston, 1962).",
                Parameters = [Step, MaximumSteps],
                Counterpart = "dormand-prince-5",
                Create = values => new StepIntegrator(new ExplicitRungeKutta(Tableau), new ConstantStepSize(values.Get(Step)), values.Get(MaximumSteps)),
            },
        ],
    };
}
