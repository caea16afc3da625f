using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class ParameterSetTests
{
    private static readonly Parameter<int> Modes = Parameter.WholeNumber("modes", "Number of modes.", 3, 2, 10);
    private static readonly Parameter<double> Rate = Parameter.Real("rate", "Rate.", 0.5, 0, 1);
    private static readonly Parameter<double> Undeclared = Parameter.Real("other", "Other.", 0.5, 0, 1);
    private static readonly ParameterSet Defaults = ParameterSet.Create([Modes, Rate], parameter => parameter == Modes ? (object)Modes.Default : Rate.Default);

    [Test]
    public void A_declaration_is_the_key_of_its_value() => Assert.That((Defaults.Get(Modes), Defaults.Get(Rate)), Is.EqualTo((3, 0.5)));

    [Test]
    public void Another_declaration_of_the_same_name_is_another_key() => Assert.That(
        () => Defaults.Get(Parameter.Real("rate", "Rate.", 0.5, 0, 1)), Throws.InvalidOperationException);

    [Test]
    public void An_undeclared_parameter_is_answered_with_the_declared_ones() => Assert.That(
        () => Defaults.Get(Undeclared),
        Throws.InvalidOperationException.With.Message.EqualTo("Parameter 'other' is not declared; declared are: modes, rate. Add it to the list of parameters."));

    [Test]
    public void A_replaced_value_lives_in_a_copy()
    {
        ParameterSet changed = Defaults.With(Modes, 7);

        Assert.That((changed.Get(Modes), Defaults.Get(Modes), changed.Json(Modes)), Is.EqualTo((7, 3, "7")));
    }

    [Test]
    public void A_replacement_out_of_range_is_refused() => Assert.That(
        () => Defaults.With(Modes, 11),
        Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Parameter 'modes' is 11; it must be a whole number from 2 to 10."));

    [Test]
    public void A_constraint_states_what_must_hold()
    {
        Constraint few = Constraint.Require("modes must be below 5.", values => values.Get(Modes) < 5);

        Assert.That(few.FindViolation(Defaults), Is.Null);
        Assert.That(few.FindViolation(Defaults.With(Modes, 5)), Is.EqualTo("modes must be below 5."));
    }
}
