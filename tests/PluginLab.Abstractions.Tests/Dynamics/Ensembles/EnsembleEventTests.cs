using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Ensembles;

public sealed class EnsembleEventTests
{
    private static readonly IStateFunction<double> First = StateFormula.FromFunction((_, x) => x[0]);

    [Test]
    public void An_event_without_a_level_is_refused() => Assert.That(
        () => EnsembleEvent.Stop("half", First), Throws.ArgumentException.With.Property("ParamName").EqualTo("levels")
            .And.Message.StartsWith("The event 'half' has no level; give one for all trajectories, or one for each."));

    [TestCase(double.NaN, "NaN")]
    [TestCase(double.PositiveInfinity, "Infinity")]
    public void A_level_that_is_not_finite_is_refused_by_its_place(double level, string text) => Assert.That(
        () => EnsembleEvent.Crossing("half", First, 1, 2, level),
        Throws.ArgumentException.With.Message.StartsWith($"The level with index 2 of the event 'half' is {text}; it must be finite."));

    [Test]
    public void A_name_or_a_function_that_is_missing_is_refused()
    {
        Assert.That(() => EnsembleEvent.Stop(null!, First, 1), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("name"));
        Assert.That(() => EnsembleEvent.Stop("half", null!, 1), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("function"));
    }

    [Test]
    public void One_level_is_that_of_every_trajectory_and_several_are_one_for_each()
    {
        double[] levels = [1, 2, 3];
        EnsembleEvent each = new("each", First, levels, EventDirection.Rising, isTerminal: true);
        levels[2] = 0;

        Assert.That(each.Level(2), Is.EqualTo(3));
        Assert.That(EnsembleEvent.Crossing("all", First, 7).Level(2), Is.EqualTo(7));
    }

    [Test]
    public void A_crossing_goes_on_and_a_stop_stops()
    {
        Assert.That(EnsembleEvent.Crossing("level", First, 1).IsTerminal, Is.False);
        Assert.That(EnsembleEvent.Stop("level", First, 1).IsTerminal, Is.True);
    }
}
