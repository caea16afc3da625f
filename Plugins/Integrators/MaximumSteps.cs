using PluginLab.Experiments;

namespace PluginLab.Plugins.Integrators;

/// <summary>The step budget, which every bundled integrator has.</summary>
internal static class MaximumSteps
{
    /// <summary>That of an integrator which keeps every step.</summary>
    public static Parameter<int> OfConstantSteps() => Declare("Budget of steps.");

    /// <summary>That of an integrator which rejects steps whose error is too large.</summary>
    public static Parameter<int> OfAdaptiveSteps() => Declare("Budget of attempted steps, rejected ones included.");

    private static Parameter<int> Declare(string meaning) => Parameter.WholeNumber("maximum-steps", meaning, defaultValue: 1_000_000, minimum: 1, maximum: int.MaxValue);
}
