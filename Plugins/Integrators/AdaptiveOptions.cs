using PluginLab.Experiments;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Plugins.Integrators;

/// <summary>The options of an integrator whose steps follow a tolerance.</summary>
internal sealed class AdaptiveOptions
{
    // Below this, rounding is larger than any tolerated error of a step.
    private const double SmallestRelativeTolerance = 1e-14;

    private static readonly IReadOnlyDictionary<string, ControlGains> Controllers = new Dictionary<string, ControlGains>
    {
        ["integral"] = ControlGains.Integral,
        ["proportional-integral"] = ControlGains.ProportionalIntegral,
        ["proportional-integral-derivative"] = ControlGains.ProportionalIntegralDerivative,
        ["predictive"] = ControlGains.Predictive,
    };

    private readonly Parameter<double> relativeTolerance;
    private readonly Parameter<double> absoluteTolerance;
    private readonly Parameter<string> controller;
    private readonly Parameter<double> largestStep;
    private readonly Parameter<int> stepBudget = MaximumSteps.OfAdaptiveSteps();

    /// <summary>Declares the options.</summary>
    /// <param name="relativeTolerance">Default tolerance per unit of state.</param>
    /// <param name="absoluteTolerance">Default tolerance at zero state.</param>
    /// <param name="controller">Default kind of control.</param>
    public AdaptiveOptions(double relativeTolerance, double absoluteTolerance, ControlGains controller)
    {
        this.relativeTolerance = Parameter.Real(
            "relative-tolerance", "Tolerated error of a step per unit of state.", relativeTolerance, SmallestRelativeTolerance, 0.1);
        this.absoluteTolerance = Parameter.PositiveReal(
            "absolute-tolerance", "Tolerated error of a step where the state is zero, in units of the state.", absoluteTolerance, double.PositiveInfinity);
        this.controller = Parameter.Choice(
            "controller",
            "How the next step follows from the errors of the last ones (Söderlind, ACM Trans. Math. Softw. 29, 2003).",
            Controllers.Single(entry => entry.Value == controller).Key,
            [.. Controllers.Keys]);
        largestStep = Parameter.Real("largest-step", "No step is longer than this, in units of time, the first, automatic one included; 0 sets no limit.", 0, 0, double.PositiveInfinity);
    }

    /// <summary>All of them, as <c>describe</c> lists them.</summary>
    public IReadOnlyList<Parameter> Parameters => [relativeTolerance, absoluteTolerance, controller, largestStep, stepBudget];

    /// <summary>The controller that the values ask for.</summary>
    public AdaptiveStepSize StepSizes(ParameterSet values)
    {
        ErrorTolerance tolerance = new(values.Get(relativeTolerance), values.Get(absoluteTolerance));
        double limit = values.Get(largestStep);
        return new AdaptiveStepSize(tolerance, Controllers[values.Get(controller)]) { LargestStep = limit > 0 ? limit : double.PositiveInfinity };
    }

    /// <summary>The step budget.</summary>
    public int StepBudget(ParameterSet values) => values.Get(stepBudget);
}
