using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace PluginLab.Bench.Plugins;

/// <summary>An ordinary plugin; bench/plugins/run.sh makes many of it, with other digits.</summary>
public sealed class Plugin000 : IPlugin
{
    public PluginCatalog Catalog { get; } = new() { Experiments = [new Decay()] };
}

internal sealed class Decay : IExperiment
{
    private static readonly Parameter<double> Rate = Parameter.PositiveReal("rate", "Decay rate $k$.", 1, maximum: 100);

    public ExperimentInfo Info { get; } = new() { Id = "plugin-000", Title = "Decay", Question = "Does $x' = -kx$ halve in time?", Parameters = [Rate] };

    public ExperimentResult Run(ExperimentContext context)
    {
        double k = context.Get(Rate), halfLife = Math.Log(2) / k;
        InitialValueProblem problem = new(DynamicsSystem.FromFunction(1, (_, x) => [-k * x[0]]), [1], 0, 4 / k);
        Solution solution = context.Solve(problem.WithEvent(EventFunction.Crossing("half", (_, x) => x[0], 0.5)), SaveAt.EquallySpaced(0, 4 / k, 100));
        Claim claim = new()
        {
            Id = "half-life",
            Statement = "$x$ halves in $\\log 2/k$.",
            Source = "Textbook",
            Predicted = halfLife,
            Measured = solution.EventTime("half"),
            Uncertainty = 0,
            Bound = Bound.Near(halfLife, 1e-6),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
        Line line = new() { Id = "x", Label = "$x$", X = solution.Trajectory.Times, Y = solution.Trajectory.Component(0) };
        Panel panel = new() { X = Axis.Linear("time $t$"), Y = Axis.Logarithmic("$x$"), Marks = [line] };
        return new() { Claims = [claim], Figures = [new Figure { Id = "decay", Title = "Decay", Caption = "$x$ decays.", AltText = "A falling line.", Panels = [panel] }] };
    }
}
