using PluginLab.Experiments;

namespace PluginLab.Plugins.Integrators;

/// <summary>The step budget, which every bundled integrator has.</summary>
internal static class MaximumSteps
{
    public static Parameter<int> Declare() => Parameter.WholeNumber(
        "maximum-steps", "Budget of attempted steps, rejected ones included.", defaultValue: 1_000_000, minimum: 1, maximum: int.MaxValue);
}
