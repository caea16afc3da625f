using System;
using System.Collections.Generic;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace TestPlugins;

/// <summary>Experiments whose claims depend on how exactly dx/dt = −x, x(0) = 1 is solved, and on what breaks it.</summary>
public sealed class SensitivePlugin : IPlugin
{
    private static readonly Parameter<double> BoundTolerance = Parameter.Real("bound", "Relative half-width of the bound around exp(−1).", 1e-3, 1e-15, 1);

    private static readonly Parameter<double> Offset = Parameter.Real("offset", "What the theory is wrong by.", 0, -1, 1);

    public PluginCatalog Catalog { get; } = new()
    {
        Experiments =
        [
            new Experiment("decay", Decay, BoundTolerance, Offset),
            new Experiment("controls", Controls),
            new Experiment("fails-again", FailsAgain),
        ],
        Integrators =
        [
            new Component<IIntegrator>
            {
                Id = "stubborn",
                Description = "Takes steps of a tenth whatever it is told, and is not happy with less.",
                Parameters = [Parameter.Real("relative-tolerance", "Not used.", 1e-3, 1e-3, 1)],
                Create = _ => new Stubborn(),
            },
        ],
    };

    /// <summary>x(1) against exp(−1).</summary>
    private static ExperimentResult Decay(ExperimentContext context)
    {
        double predicted = Math.Exp(-1) + context.Get(Offset);
        Line line = new() { Id = "x", X = [0, 1], Y = [1, predicted] };
        Panel panel = new() { X = Axis.Linear("t"), Y = Axis.Linear("x"), Marks = [line] };
        return new ExperimentResult
        {
            Claims = [Claim("end", predicted, End(context), Bound.Near(predicted, context.Get(BoundTolerance)), Control.ScaledRightHandSide(2))],
            Figures = [new Figure { Id = "decay", Title = "Decay", Caption = "Decay.", AltText = "A falling line.", ClaimIds = ["end"], Panels = [panel] }],
        };
    }

    /// <summary>One claim for each thing that can come of a control.</summary>
    private static ExperimentResult Controls(ExperimentContext context)
    {
        double end = End(context), expected = Math.Exp(-1);
        Bound near = Bound.Near(expected, 1e-6);
        Control twice = Control.ScaledRightHandSide(2);
        return new ExperimentResult
        {
            Claims =
            [
                Claim("refuted", expected, end, near, twice),
                Claim("turned-true", 1, end, Bound.Near(Math.Exp(-2), 1e-6), twice) with { Expected = Verdict.Refuted },
                Claim("survives", expected, 1, Bound.AtLeast(0), twice),
                Claim("undefined", expected, context.Control is null ? end : double.NaN, near, Control.ScaledRightHandSide(3)),
                Claim("uncontrolled", expected, end, near, null),
                Claim("elsewhere", expected, end, near, twice) with { NotApplicable = "It speaks of another case." },
            ],
        };
    }

    private static ExperimentResult FailsAgain(ExperimentContext context) => context.Control is null
        ? new ExperimentResult { Claims = [Claim("end", Math.Exp(-1), End(context), Bound.Near(Math.Exp(-1), 1e-6), Control.ScaledRightHandSide(2))] }
        : throw new InvalidOperationException("It broke.");

    private static Claim Claim(string id, double predicted, double measured, Bound bound, Control? control) => new()
    {
        Id = id,
        Statement = "$x(1)$ is $1/e$.",
        Source = "Calculus",
        Predicted = predicted,
        Measured = measured,
        Uncertainty = 0,
        Bound = bound,
        Expected = Verdict.Supported,
        Control = control,
    };

    private static double End(ExperimentContext context) =>
        context.Solve(new InitialValueProblem(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [1.0], 0, 1), SaveAt.End).Trajectory.LastState[0];

    private sealed class Stubborn : IIntegrator
    {
        private const int Steps = 10;

        public string Name => "Stubborn";

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, System.Threading.CancellationToken cancellationToken)
        {
            double[] state = problem.InitialState.ToArray(), derivative = new double[state.Length];
            for (int n = 0; n < Steps; n++)
            {
                problem.System.EvaluateDerivative(n / 10.0, state, derivative);
                for (int i = 0; i < state.Length; i++)
                {
                    state[i] += derivative[i] / Steps;
                }
            }

            return new Solution
            {
                Outcome = SolveOutcome.Completed,
                Diagnostic = "The end was reached.",
                PartialTrajectory = new Trajectory([problem.EndTime], [state]),
                Statistics = new SolveStatistics(Steps, 0, Steps),
            };
        }
    }

    private sealed class Experiment(string id, Func<ExperimentContext, ExperimentResult> run, params Parameter[] parameters) : IExperiment
    {
        public ExperimentInfo Info { get; } = new() { Id = id, Title = id, Question = "How exactly?", Parameters = parameters };

        public ExperimentResult Run(ExperimentContext context) => run(context);
    }
}
