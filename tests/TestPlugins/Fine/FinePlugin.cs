using System;
using System.Linq;
using System.Threading;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

/// <summary>One component of each common kind, all well behaved.</summary>
public sealed class FinePlugin : IPlugin
{
    private static readonly Parameter<double> Rate = Parameter.Real("rate", "Rate of decay λ.", 1, 0.5, 2);

    public PluginCatalog Catalog { get; } = new()
    {
        Experiments = [new FineExperiment()],
        Systems =
        [
            new Component<ObservedSystem>
            {
                Id = "fine-system",
                Description = "Decay dx/dt = −λx.",
                Parameters = [Rate],
                Create = values => new ObservedSystem(
                    Decay(values.Get(Rate)), [new Observable("square", "x²", (_, state) => state[0] * state[0])], [1.0]),
            },
        ],
        Integrators =
        [
            new Component<IIntegrator> { Id = "fine-integrator", Description = "Exact for linear right-hand sides.", Create = _ => new MidpointRule() },
        ],
    };

    private static IDynamicsSystem Decay(double rate) => DynamicsSystem.FromFunction(1, (_, state) => [-rate * state[0]]);
}

public sealed class FineExperiment : IExperiment
{
    private static readonly Parameter<double> Target = Parameter.Real("target", "Target s.", 1, 0.5, 2);

    public ExperimentInfo Info { get; } = new() { Id = "fine-experiment", Title = "A fine experiment", Question = "Is it fine?", Parameters = [Target] };

    public ExperimentResult Run(ExperimentContext context)
    {
        double target = context.Get(Target);
        Claim claim = new()
        {
            Id = "is-fine",
            Statement = "The target is itself.",
            Source = "Arithmetic",
            Predicted = target,
            Measured = Slope(context.Create(DynamicsSystem.FromFunction(1, (_, _) => [target]))),
            Uncertainty = 0,
            Bound = Bound.Within(target, 1e-12),
            Expected = Verdict.Supported,
            Control = Control.ScaledRightHandSide(1.1),
        };
        return new ExperimentResult { Claims = [claim] };
    }

    private static double Slope(IDynamicsSystem system)
    {
        double[] derivative = new double[1];
        system.EvaluateDerivative(0, [0.0], derivative);
        return derivative[0];
    }
}

/// <summary>The midpoint rule with many steps between saved times.</summary>
public sealed class MidpointRule : IIntegrator
{
    private const int StepsBetween = 2000;

    public string Name => "Midpoint rule";

    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        double[] times = saveAt.Mode == SaveMode.Times ? [.. saveAt.RequestedTimes.Where(time => time <= problem.EndTime)] : [problem.EndTime];
        double[][] states = new double[times.Length][];
        double[] state = problem.InitialState.ToArray();
        double now = problem.StartTime;
        for (int i = 0; i < times.Length && !cancellationToken.IsCancellationRequested; i++)
        {
            Advance(problem.System, state, now, times[i]);
            (now, states[i]) = (times[i], [.. state]);
        }

        int saved = states.Count(saved => saved is not null);
        return new Solution
        {
            Outcome = saved < times.Length ? SolveOutcome.Cancelled : state.All(double.IsFinite) ? SolveOutcome.Completed : SolveOutcome.NonFiniteState,
            Diagnostic = "The end was reached.",
            PartialTrajectory = new Trajectory(times[..saved], states[..saved]),
            Statistics = new SolveStatistics(saved * StepsBetween, 0, 2 * saved * StepsBetween),
        };
    }

    private static void Advance(IDynamicsSystem system, double[] state, double from, double to)
    {
        double step = (to - from) / StepsBetween;
        double[] derivative = new double[state.Length];
        double[] middle = new double[state.Length];
        for (int k = 0; k < StepsBetween && step != 0; k++)
        {
            double time = from + (k * step);
            system.EvaluateDerivative(time, state, derivative);
            for (int i = 0; i < state.Length; i++)
            {
                middle[i] = state[i] + (step / 2 * derivative[i]);
            }

            system.EvaluateDerivative(time + (step / 2), middle, derivative);
            for (int i = 0; i < state.Length; i++)
            {
                state[i] += step * derivative[i];
            }
        }
    }
}
