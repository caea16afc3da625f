using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Testing.Tests;

/// <summary>dx/dt = −x, well behaved unless told otherwise.</summary>
internal sealed class Decay : IExperiment
{
    public static readonly double HalfLife = Math.Log(2);

    public static readonly Parameter<double> Scale = Parameter.Real("scale", "Scale of the start.", 1, 0.5, 2);

    public Func<ExperimentContext, double, double> Measure { get; init; } = (_, time) => time;

    public Control? Control { get; init; } = Control.ScaledRightHandSide(1.1);

    public Func<ExperimentContext, string> StatementOf { get; init; } = _ => "It halves in $\\log 2$.";

    public bool SwallowsCancellation { get; init; }

    public ExperimentInfo Info { get; } = new() { Id = "decay", Title = "Decay", Question = "Does it halve in time?", Parameters = [Scale] };

    public ExperimentResult Run(ExperimentContext context)
    {
        double scale = context.Get(Scale);
        InitialValueProblem problem = new(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [scale], 0, 2);
        double time = Solve(context, problem.WithEvent(EventFunction.Crossing("half", (_, x) => x[0], scale / 2)));
        return new()
        {
            Claims =
            [
                new Claim
                {
                    Id = "half-life", Statement = StatementOf(context), Source = "Textbook", Predicted = HalfLife, Measured = Measure(context, time),
                    Uncertainty = 0, Bound = Bound.Near(HalfLife, 1e-6), Expected = Verdict.Supported, Control = Control,
                },
            ],
        };
    }

    private double Solve(ExperimentContext context, InitialValueProblem problem)
    {
        try
        {
            return context.Solve(problem, SaveAt.End).EventTime("half");
        }
        catch (OperationCanceledException) when (SwallowsCancellation)
        {
            return HalfLife;
        }
    }
}

/// <summary>The loss x²/2 with the sign of its gradient wrong.</summary>
internal sealed class Climbing : IGradientFlow
{
    public int Dimension => 1;

    public double EvaluateLoss(ReadOnlySpan<double> state) => state[0] * state[0] / 2;

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = state[0];
}

/// <summary>Euler's method in a thousand steps between saved times, whatever comes.</summary>
internal sealed class BlindEuler : IIntegrator
{
    private const int Steps = 1000;

    public string Name => "Blind Euler";

    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
    {
        double[] times = saveAt.Mode == SaveMode.Times ? [.. saveAt.RequestedTimes] : [problem.EndTime];
        double[] state = problem.InitialState.ToArray();
        double[] derivative = new double[state.Length];
        List<double[]> states = [];
        double now = problem.StartTime;
        foreach (double time in times)
        {
            double step = (time - now) / Steps;
            for (int i = 0; i < Steps && step > 0; i++)
            {
                problem.System.EvaluateDerivative(now + (i * step), state, derivative);
                state[0] += step * derivative[0];
            }

            now = time;
            states.Add([.. state]);
        }

        return new()
        {
            Outcome = cancellationToken.IsCancellationRequested ? SolveOutcome.Cancelled : SolveOutcome.Completed,
            Diagnostic = "Done.",
            PartialTrajectory = new Trajectory(times, states),
            Statistics = new(Steps * times.Length, 0, Steps * times.Length),
        };
    }
}
