using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace MyExperiment;

/// <summary>The entry point: lists what the plugin offers.</summary>
public sealed class MyExperimentPlugin : IPlugin
{
    public PluginCatalog Catalog { get; } = new() { Experiments = [new Experiment()] };
}

/// <summary>Exponential decay dx/dt = −kx: one claim with its control, and one figure.</summary>
public sealed class Experiment : IExperiment
{
    private static readonly Parameter<double> Rate = Parameter.PositiveReal("rate", "Rate $k$ of the decay.", 1, maximum: 100);

    public ExperimentInfo Info { get; } = new()
    {
        Id = "my-experiment",
        Title = "MyExperiment",
        Question = "Does $x' = -kx$ halve in the time $\\log 2 / k$?",
        Parameters = [Rate],
    };

    public ExperimentResult Run(ExperimentContext context)
    {
        double rate = context.Get(Rate);
        InitialValueProblem problem = new(DynamicsSystem.FromFunction(1, (_, x) => [-rate * x[0]]), [1], 0, 4 / rate);
        Solution solution = context.Solve(
            problem.WithEvent(EventFunction.Crossing("half", (_, x) => x[0], 0.5)),
            SaveAt.EquallySpaced(0, 4 / rate, 100));
        return new() { Claims = [HalfLife(rate, solution.EventTime("half"))], Figures = [Curve(rate, solution.Trajectory)] };
    }

    /// <summary>A claim compares a measurement with a prediction; under its control it must be refuted, or it says nothing.</summary>
    private static Claim HalfLife(double rate, double measured) => new()
    {
        Id = "half-life",
        Statement = "$x$ halves in the time $\\log 2 / k$.",
        Source = "Any textbook",
        Predicted = Math.Log(2) / rate,
        Measured = measured,
        Uncertainty = 0,
        Bound = Bound.Near(Math.Log(2) / rate, 1e-6),
        Expected = Verdict.Supported,
        Control = Control.ScaledRightHandSide(1.1),
    };

    private static Figure Curve(double rate, Trajectory trajectory) => new()
    {
        Id = "decay",
        Title = "Exponential decay",
        Caption = $"$x$ over time for $k = {NumberText.Of(rate)}$, integrated, and its closed form.",
        AltText = "A straight line that falls on a logarithmic axis.",
        ClaimIds = ["half-life"],
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("time $t$"),
                Y = Axis.Logarithmic("$x$"),
                Marks =
                [
                    new Line { Id = "integrated", Label = "integrated", X = trajectory.Times, Y = trajectory.Component(0) },
                    new Line { Id = "theory", Label = "$e^{-kt}$", Role = MarkRole.Theory, X = trajectory.Times, Y = [.. trajectory.Times.Select(t => Math.Exp(-rate * t))] },
                ],
            },
        ],
    };
}
