using System;
using System.Collections.Generic;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

/// <summary>Loads without a complaint; its experiments end in every way in which a run can end.</summary>
public sealed class TroublemakerPlugin : IPlugin
{
    private static readonly Parameter<double> Measured = Parameter.Real("measured", "What is measured.", 1, -10, 10);

    private static readonly Parameter<double> Uncertainty = Parameter.Real("uncertainty", "How uncertain it is.", 0, 0, 10);

    public PluginCatalog Catalog { get; } = new()
    {
        Experiments =
        [
            new Experiment("quick", Quick, Measured, Uncertainty),
            new Experiment("throws", _ => throw new InvalidOperationException("The dog ate the homework.")),
            new Experiment("diverges", context => Solve(context, (_, x) => [x[0] * x[0]], 2)),
            new Experiment("goes-far", context => Solve(context, (_, x) => [-x[0]], 1e9)),
            new Experiment("waits", Wait),
            new Experiment("climbs-out", _ => new ExperimentResult { Metrics = [new Metric("../../outside", "A name that is a path.", 1)] }),
        ],
    };

    private static ExperimentResult Quick(ExperimentContext context)
    {
        Solution solution = context.Solve(new InitialValueProblem(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [1.0], 0, 1), SaveAt.End);
        double random = context.CreateRandom("noise").NextUniform();
        return new ExperimentResult
        {
            Claims =
            [
                new Claim
                {
                    Id = "one-is-one",
                    Statement = "One is one.",
                    Source = "Arithmetic",
                    Predicted = 1,
                    Measured = context.Get(Measured),
                    Uncertainty = context.Get(Uncertainty),
                    Bound = Bound.Within(1, 0.5),
                    Expected = Verdict.Supported,
                },
            ],
            Metrics = [new Metric("last", "Last state.", solution.Trajectory.LastState[0]), new Metric("random", "Random.", random), new Metric("nothing", "NaN.", double.NaN)],
        };
    }

    private static ExperimentResult Solve(ExperimentContext context, Func<double, double[], double[]> rightHandSide, double endTime)
    {
        InitialValueProblem problem = new(DynamicsSystem.FromFunction(1, rightHandSide), [1.0], 0, endTime);
        return new ExperimentResult { Metrics = [new Metric("last", "Last state.", context.Solve(problem, SaveAt.End).Trajectory.LastState[0])] };
    }

    private static ExperimentResult Wait(ExperimentContext context)
    {
        context.CancellationToken.WaitHandle.WaitOne();
        context.CancellationToken.ThrowIfCancellationRequested();
        return new ExperimentResult();
    }

    private sealed class Experiment(string id, Func<ExperimentContext, ExperimentResult> run, params Parameter[] parameters) : IExperiment
    {
        public ExperimentInfo Info { get; } = new() { Id = id, Title = id, Question = "What happens?", Parameters = parameters };

        public ExperimentResult Run(ExperimentContext context) => run(context);
    }
}
