using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>What a plugin throws reaches the caller as it is, as from a single solve, and every thread stops.</summary>
public sealed class EnsembleExceptionTests
{
    private const int Count = 64;
    private const int ThrowAt = 5000;

    [Test]
    public void A_right_hand_side_that_throws_ends_the_ensemble([Values] bool inLanes, [Values(1, 2, 7)] int threads)
    {
        WatchedDecay decay = new(Throw);

        Assert.That(Solving(inLanes, Endless.Of(decay, Count), new EnsembleOutput { MaximumThreads = threads }), ThrowsAsItIs);
        Assert.That(decay.Running, Is.Zero);
    }

    [Test]
    public void Nothing_goes_on_after_an_exception([Values] bool inLanes)
    {
        WatchedDecay decay = new(Throw);
        Assert.That(Solving(inLanes, Endless.Of(decay, Count), EnsembleOutput.FinalStates), ThrowsAsItIs);
        (long calls, int running) = (decay.Calls, decay.Running);

        Thread.Sleep(20);

        Assert.That((running, decay.Calls), Is.EqualTo((0, calls)));
    }

    [Test]
    public void An_event_that_throws_ends_the_ensemble([Values] bool inLanes, [Values(1, 2, 7)] int threads) => Assert.That(
        Solving(inLanes, Calm.WithEvent(EnsembleEvent.Crossing("event", Throwing(), 0.5)), new EnsembleOutput { MaximumThreads = threads }), ThrowsAsItIs);

    [Test]
    public void An_observable_that_throws_ends_the_ensemble([Values] bool inLanes, [Values(1, 2, 7)] int threads) => Assert.That(
        Solving(inLanes, Short, new EnsembleOutput { Times = Times, Observables = [Throwing()], MaximumThreads = threads }), ThrowsAsItIs);

    [Test]
    public void A_reduction_that_throws_ends_the_ensemble([Values] bool inLanes, [Values(1, 2, 7)] int threads) => Assert.That(
        Solving(inLanes, Short, new EnsembleOutput { Reductions = [new(Throwing(), ReductionKind.Maximum)], MaximumThreads = threads }), ThrowsAsItIs);

    [Test]
    public void A_receiver_of_progress_that_throws_ends_the_ensemble([Values] bool inLanes, [Values(1, 2, 7)] int threads) => Assert.That(
        Solving(inLanes, Short, new EnsembleOutput { Progress = new Impatient(), MaximumThreads = threads }),
        Throws.InvalidOperationException.With.Message.EqualTo("Half is enough."));

    [Test]
    public void An_integrator_is_as_good_as_before_after_an_exception([Values] bool inLanes)
    {
        StepIntegrator integrator = Endless.Integrator();
        Assert.That(() => integrator.Solve(inLanes, Endless.Of(new WatchedDecay(Throw), Count), EnsembleOutput.FinalStates), ThrowsAsItIs);

        EnsembleSolution after = integrator.Solve(inLanes, Short, EnsembleOutput.FinalStates);

        SolutionAssert.EqualBits(after, Endless.Integrator().Solve(inLanes, Short, EnsembleOutput.FinalStates), Short, EnsembleOutput.FinalStates);
    }

    private static NUnit.Framework.Constraints.ThrowsConstraint ThrowsAsItIs => new(
        Is.TypeOf<NotSupportedException>().With.Message.EqualTo("Not here.").And.Property(nameof(Exception.StackTrace)).Contains(nameof(Throw)));

    private static double[] Times => [.. Enumerable.Range(0, 200).Select(i => 0.01 * i)];

    private static Ensemble Calm => Endless.Of(new WatchedDecay(_ => { }), Count);

    private static Ensemble Short => Calm.WithEndTimes(Enumerable.Repeat(2.0, Count));

    private static Action Solving(bool inLanes, Ensemble ensemble, EnsembleOutput output) =>
        () => Endless.Integrator().Solve(inLanes, ensemble, output);

    /// <summary>A function that throws after a while, on whichever thread that is.</summary>
    private static IStateFunction<double> Throwing()
    {
        long calls = 0;
        return StateFormula.FromFunction((_, x) =>
        {
            Throw(Interlocked.Increment(ref calls));
            return x[0];
        });
    }

    private static void Throw(long call)
    {
        if (call == ThrowAt)
        {
            throw new NotSupportedException("Not here.");
        }
    }

    private sealed class Impatient : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= 0.5)
            {
                throw new InvalidOperationException("Half is enough.");
            }
        }
    }
}
