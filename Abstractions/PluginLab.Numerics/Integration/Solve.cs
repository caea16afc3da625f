using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.Events;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration;

/// <summary>One solve: the step loop of every method, and all that changes while it runs.</summary>
internal sealed class Solve
{
    // Below this many units in the last place of the time, the stages of a step fall together, and rounding the time could undo the shortening of a rejected step.
    internal const double SmallestStepInUlps = 10;

    private readonly InitialValueProblem problem;
    private readonly IStepMethod method;
    private readonly IStepSizeController controller;
    private readonly long maximumSteps;
    private readonly CancellationToken cancellationToken;
    private readonly IStepper stepper;
    private readonly IStepLimiter? limiter;
    private readonly StiffnessWatch stiffness;
    private readonly TrajectoryRecorder recorder;
    private readonly EventLocator events;
    private readonly SolveDiagnostics diagnostics;
    private Knot current;
    private Knot candidate;
    private long accepted;
    private long rejected;
    private double proposedStepSize;
    private StepHistory history = StepHistory.None;
    private double rejectedErrorRatio;

    public Solve(InitialValueProblem problem, SaveAt saveAt, StepSettings settings, CancellationToken cancellationToken)
    {
        (this.problem, this.cancellationToken) = (problem, cancellationToken);
        (method, controller, maximumSteps) = settings;
        stepper = method.CreateStepper(problem.System, cancellationToken);
        (limiter, stiffness) = (stepper as IStepLimiter, new StiffnessWatch(stepper));
        recorder = new TrajectoryRecorder(saveAt, problem);
        events = new EventLocator(problem);
        diagnostics = new SolveDiagnostics(method.Name, controller);
        current = new Knot(problem.System.Dimension) { Time = problem.StartTime };
        candidate = new Knot(problem.System.Dimension);
        problem.InitialState.CopyTo(current.State);
    }

    private SolveStatistics Statistics => new(accepted, rejected, stepper.DerivativeEvaluations);

    /// <summary>The smallest step that is attempted at a time; it grows with the time's distance from 0.</summary>
    internal static double SmallestStepAt(double time) => SmallestStepInUlps * (Math.BitIncrement(Math.Abs(time)) - Math.Abs(time));

    /// <summary>Takes steps until the end of the interval, a terminal event or a failure.</summary>
    public Solution Run()
    {
        recorder.Start(current);
        events.Start(current);
        if (problem.EndTime == problem.StartTime)
        {
            return End(SolveOutcome.Completed, diagnostics.Completed(current.Time, Statistics, stiffness.IsWasteful));
        }

        stepper.EvaluateDerivative(current);
        if (VectorScan.IndexOfNonFinite(current.Derivative) is >= 0 and int component)
        {
            return End(SolveOutcome.NonFiniteState, diagnostics.NonFiniteStart(current.Time, component));
        }

        if (controller.Tolerance is { } tolerance)
        {
            proposedStepSize = FirstStepSize.Choose(stepper, tolerance, method.ErrorOrder, current, candidate, problem.EndTime);
        }

        while (true)
        {
            double stepSize = limiter?.LimitStepSize(current, proposedStepSize) ?? proposedStepSize;
            StepPlan plan = controller.Plan(new(problem.StartTime, problem.EndTime, current.Time, accepted, stepSize));
            if ((FindObstacle(plan) ?? Advance(plan)) is { } solution)
            {
                return solution;
            }
        }
    }

    /// <summary>Returns the solution if the planned step must not be attempted.</summary>
    private Solution? FindObstacle(StepPlan plan)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return End(SolveOutcome.Cancelled, diagnostics.Cancelled(current.Time, Statistics));
        }

        if (accepted + rejected >= maximumSteps)
        {
            return End(SolveOutcome.MaxStepsReached, diagnostics.MaxStepsReached(current.Time, problem.EndTime, Statistics, stiffness.IsStabilityBound));
        }

        return plan.IsLast || Math.Abs(plan.StepSize) >= SmallestStepAt(current.Time) ? null
            : double.IsFinite(rejectedErrorRatio) ? End(SolveOutcome.StepSizeUnderflow, diagnostics.StepSizeUnderflow(current.Time, plan.StepSize, Statistics))
            : End(SolveOutcome.NonFiniteState, diagnostics.NonFiniteStep(current.Time, Statistics));
    }

    /// <summary>Attempts a step, and drops it if the solve was cancelled; returns the solution if it ends the solve.</summary>
    private Solution? Advance(StepPlan plan)
    {
        candidate.Time = plan.EndTime;
        stepper.Advance(current, plan.StepSize, candidate);
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        double errorRatio = controller.Tolerance is { } tolerance ? stepper.EstimateError(current, candidate, plan.StepSize, tolerance) : 0;
        StepAttempt attempt = new(Math.Abs(plan.StepSize), errorRatio, method.ErrorOrder, history);
        StepDecision decision = controller.Decide(attempt);
        proposedStepSize = decision.NextStepSize;
        history = history.After(attempt, decision);
        if (!decision.IsAccepted)
        {
            rejected++;
            rejectedErrorRatio = errorRatio;
            return null;
        }

        accepted++;
        return VectorScan.IsFinite(candidate.State) ? Accept(plan) : End(SolveOutcome.NonFiniteState, diagnostics.NonFiniteStep(current.Time, Statistics));
    }

    /// <summary>Makes the candidate current; returns the solution if an event or the end of the interval was reached.</summary>
    private Solution? Accept(StepPlan plan)
    {
        stiffness.Observe(candidate, plan.StepSize, accepted);
        LocatedEvent? stop = events.Advance(stepper, current, candidate);
        recorder.Advance(stepper, current, candidate, stop?.Time ?? candidate.Time, plan.KnotTolerance);
        (current, candidate) = (candidate, current);
        return stop is not null ? End(SolveOutcome.StoppedByEvent, diagnostics.StoppedBy(stop, Statistics), stop)
            : plan.IsLast ? End(SolveOutcome.Completed, diagnostics.Completed(current.Time, Statistics, stiffness.IsWasteful))
            : null;
    }

    private Solution End(SolveOutcome outcome, string diagnostic, LocatedEvent? stop = null)
    {
        recorder.End(stop?.Time ?? current.Time, stop is null ? current.State : stop.State.ToArray(), isStop: stop is not null);
        return new Solution
        {
            Outcome = outcome,
            Diagnostic = diagnostic,
            PartialTrajectory = recorder.ToTrajectory(),
            Events = [.. events.Located],
            Statistics = Statistics,
        };
    }
}
