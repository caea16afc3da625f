using PluginLab.Dynamics;
using PluginLab.Extensibility;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What holds for every bundled integrator on every bundled system, from its default start.</summary>
public sealed class IntegratorContractTests
{
    private const double EndTime = 2;
    private const double Momentum = 0.9;

    /// <summary>The option that decides accuracy, two values of it, the coarser first, and a bound on the error of the finer.</summary>
    private static readonly Dictionary<string, (string Option, double Coarse, double Fine, double ErrorBound)> Accuracies = new()
    {
        ["gradient-descent"] = ("learning-rate", 0.02, 0.0025, 2e-2),
        ["heavy-ball"] = ("learning-rate", 0.0008, 0.0001, 2e-2),
        ["sign-descent"] = ("learning-rate", 0.01, 0.00125, 2e-2),
        ["runge-kutta-4"] = ("step", 0.1, 0.0125, 1e-6),
        ["dormand-prince-5"] = ("relative-tolerance", 1e-4, 1e-9, 1e-7),
        ["dormand-prince-8"] = ("relative-tolerance", 1e-4, 1e-10, 1e-7),
        ["runge-kutta-chebyshev-2"] = ("relative-tolerance", 1e-3, 1e-7, 1e-4),
        ["bogacki-shampine-3"] = ("relative-tolerance", 1e-4, 1e-9, 1e-6),
    };

    private static IEnumerable<TestCaseData> Pairs => BundledIntegrators.Pairs;

    [TestCaseSource(nameof(Pairs))]
    public void The_error_falls_with_the_tolerance_or_the_step(string id, Component<ObservedSystem> system)
    {
        (string option, double coarse, double fine, double errorBound) = Accuracies[id];
        double endTime = id == "heavy-ball" ? EndTime * (1 - Momentum) : EndTime;
        double[] exact = Limit(id, system, endTime);
        double Error(double value) => End(BundledIntegrators.Create(id, (option, value)), Problem(system, endTime))
            .Zip(exact, (x, reference) => Math.Abs(x - reference)).Max() / exact.Max(Math.Abs);

        double finer = Error(fine);

        Assert.That(finer, Is.LessThan(errorBound));
        Assert.That(finer, Is.LessThan(0.5 * Error(coarse)));
    }

    [TestCaseSource(nameof(Pairs))]
    public void The_statistics_are_exact(string id, Component<ObservedSystem> system)
    {
        ObservedSystem observed = BundledIntegrators.Create(system);
        WatchedSystem counting = new(observed.System);
        InitialValueProblem problem = new(counting, observed.DefaultInitialState, 0, EndTime);

        Solution solution = BundledIntegrators.Create(id).Integrate(problem, SaveAt.EquallySpaced(0, EndTime, 7), CancellationToken.None);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Completed), solution.Diagnostic);
        Assert.That(solution.Statistics.DerivativeEvaluations, Is.EqualTo(counting.Evaluations));
    }

    [TestCaseSource(nameof(Pairs))]
    public void A_solve_gives_way_to_a_cancellation_within_a_step(string id, Component<ObservedSystem> system)
    {
        // No bundled method takes more evaluations after a cancellation than a step of Dormand–Prince 8(5,3) has.
        const int LastEvaluations = 15;
        const int CancelAt = 40;
        ObservedSystem observed = BundledIntegrators.Create(system);
        using CancellationTokenSource source = new();
        WatchedSystem counting = new(observed.System, (evaluation, _, _) => CancelWhen(evaluation == CancelAt, source));
        InitialValueProblem problem = new(counting, observed.DefaultInitialState, 0, 1e6);

        Solution solution = BundledIntegrators.Create(id).Integrate(problem, SaveAt.End, source.Token);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Cancelled));
        Assert.That(counting.Evaluations, Is.LessThanOrEqualTo(CancelAt + LastEvaluations));
    }

    [Test]
    public void Every_integrator_is_under_this_contract()
    {
        Assert.That(Accuracies.Keys, Is.EquivalentTo(BundledIntegrators.Ids));
        Assert.That(BundledIntegrators.StepOptions.Keys, Is.EquivalentTo(BundledIntegrators.Ids));
    }

    private static void CancelWhen(bool isDue, CancellationTokenSource source)
    {
        if (isDue)
        {
            source.Cancel();
        }
    }

    private static InitialValueProblem Problem(Component<ObservedSystem> system, double endTime)
    {
        ObservedSystem observed = BundledIntegrators.Create(system);
        return new(observed.System, observed.DefaultInitialState, 0, endTime);
    }

    /// <summary>What an integrator tends to with ever smaller steps: the flow; with momentum β at the time t/(1 − β); of signs their own.</summary>
    private static double[] Limit(string id, Component<ObservedSystem> system, double endTime) => id switch
    {
        "sign-descent" => End(BundledIntegrators.Create(id, ("learning-rate", 1e-4)), Problem(system, endTime)),
        "heavy-ball" => Limit("dormand-prince-8", system, endTime / (1 - Momentum)),
        _ => End(BundledIntegrators.Create("dormand-prince-8", ("relative-tolerance", 1e-13)), Problem(system, endTime)),
    };

    private static double[] End(IIntegrator integrator, InitialValueProblem problem) =>
        integrator.Integrate(problem, SaveAt.End, CancellationToken.None).Trajectory.LastState.ToArray();
}
