using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Ensembles;

/// <summary>What an ensemble refuses, with the sentence that says why, and what it keeps.</summary>
public sealed class EnsembleTests
{
    private static readonly IDynamicsSystem Rotation = DynamicsSystem.FromFunction(2, (_, x) => [x[1], -x[0]]);
    private static readonly ParametricSystem Decay = ParametricSystem.Create(new Rates(2), 1, 2);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    public void Numbers_that_are_no_whole_number_of_states_are_refused(int count) => Assert.That(
        () => new Ensemble(Rotation, new double[count], 0, 1),
        Throws.ArgumentException.With.Property("ParamName").EqualTo("initialStates").And.Message.StartsWith(
            $"There are {count} numbers for initial states; the system has dimension 2, and needs that many for each of at least one trajectory."));

    [Test]
    public void A_system_without_components_is_refused() => Assert.That(
        () => new Ensemble(new Nothing(), [1], 0, 1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("system"));

    [TestCase(double.NaN, "NaN")]
    [TestCase(double.NegativeInfinity, "-Infinity")]
    public void A_start_that_is_not_finite_is_refused_by_its_place(double value, string text) => Assert.That(
        () => new Ensemble(Rotation, [1, 2, 3, value], 0, 1),
        Throws.ArgumentException.With.Message.StartsWith($"Number 1, counted from 0, of the initial state of trajectory 1 is {text}; it must be finite."));

    [TestCase(double.NaN, 1, "startTime", "The start time is NaN; it must be finite.")]
    [TestCase(0, double.PositiveInfinity, "endTime", "The end time is Infinity; it must be finite.")]
    public void An_interval_that_is_not_finite_is_refused(double start, double end, string argument, string sentence) => Assert.That(
        () => new Ensemble(Rotation, [1, 0], start, end),
        Throws.ArgumentException.With.Property("ParamName").EqualTo(argument).And.Message.StartsWith(sentence));

    [Test]
    public void Parameters_of_a_system_that_takes_none_are_refused() => Assert.That(
        () => new Ensemble(Rotation, [1, 0], 0, 1).WithParameters([1]),
        Throws.ArgumentException.With.Message.StartsWith("The system takes no parameters: to vary them, implement IParametricSystem<double>, and IParametricSystem<Lanes> for speed."));

    [Test]
    public void Parameters_of_another_number_are_refused() => Assert.That(
        () => Decays(3).WithParameters([1, 2, 3, 4]),
        Throws.ArgumentException.With.Message.StartsWith("There are 4 parameters; 3 trajectories with 2 each need 6."));

    [Test]
    public void A_parameter_that_is_not_finite_is_refused_by_its_place() => Assert.That(
        () => Decays(2).WithParameters([1, 2, 3, double.NaN]),
        Throws.ArgumentException.With.Message.StartsWith("Number 1, counted from 0, of the parameters of trajectory 1 is NaN; it must be finite."));

    [Test]
    public void End_times_of_another_number_are_refused([Values(0, 2, 4)] int count) => Assert.That(
        () => Decays(3).WithEndTimes(new double[count]),
        Throws.ArgumentException.With.Message.StartsWith($"There are {count} end times for 3 trajectories; give one for each."));

    [Test]
    public void An_end_time_that_is_not_finite_is_refused_by_its_place() => Assert.That(
        () => Decays(3).WithEndTimes([1, double.NaN, 1]),
        Throws.ArgumentException.With.Message.StartsWith("The end time of trajectory 1 is NaN; it must be finite."));

    [Test]
    public void Trajectories_that_run_forward_and_backward_are_refused_together() => Assert.That(
        () => Decays(3).WithEndTimes([0, 1, -1]),
        Throws.ArgumentException.With.Message.StartsWith("Trajectory 2 ends before the start and trajectory 1 after it; make an ensemble for each direction."));

    [Test]
    public void An_event_with_levels_for_others_is_refused() => Assert.That(
        () => Decays(3).WithEvent(EnsembleEvent.Stop("half", First, 1, 2)),
        Throws.ArgumentException.With.Message.StartsWith("The event 'half' has 2 levels; it needs one, or one for each of 3 trajectories."));

    [Test]
    public void A_second_event_of_a_name_is_refused() => Assert.That(
        () => Decays(1).WithEvent(EnsembleEvent.Stop("half", First, 1)).WithEvent(EnsembleEvent.Crossing("half", First, 2)),
        Throws.ArgumentException.With.Message.StartsWith("There is an event 'half' already; events are told apart by their names."));

    [Test]
    public void Another_system_must_have_the_dimension() => Assert.That(
        () => Decays(1).WithSystem(ParametricSystem.Create(new Rates(3), 1, 2)),
        Throws.ArgumentException.With.Message.StartsWith("The system has dimension 3; the initial states have 2 components each."));

    [Test]
    public void Another_system_must_take_the_parameters() => Assert.That(
        () => Decays(1).WithParameters([1, 2]).WithSystem(Rotation),
        Throws.ArgumentException.With.Message.StartsWith("The system takes 0 parameters; each trajectory has 2 of its own."));

    [TestCase(-1)]
    [TestCase(3)]
    public void A_trajectory_that_is_not_there_is_refused(int trajectory)
    {
        Ensemble ensemble = Decays(3);
        Action[] questions =
        [
            () => ensemble.InitialState(trajectory), () => ensemble.EndTime(trajectory), () => ensemble.Parameters(trajectory), () => ensemble.Problem(trajectory),
        ];
        foreach (Action question in questions)
        {
            Assert.That(question, Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("There is no such trajectory; the ensemble has 3, counted from 0."));
        }
    }

    [Test]
    public void What_is_given_is_copied_and_copies_leave_the_first_as_it_was()
    {
        double[] states = [1, 2, 3, 4], parameters = [5, 6, 7, 8], endTimes = [9, 10];
        Ensemble plain = new(Decay, states, 0, 1);
        Ensemble varied = plain.WithParameters(parameters).WithEndTimes(endTimes).WithEvent(EnsembleEvent.Stop("half", First, 0.5));
        foreach (double[] given in new[] { states, parameters, endTimes })
        {
            Array.Clear(given);
        }

        Assert.That(varied.InitialState(1).ToArray(), Is.EqualTo([3.0, 4.0]));
        Assert.That(varied.Parameters(1).ToArray(), Is.EqualTo([7.0, 8.0]));
        Assert.That((varied.EndTime(1), varied.Events.Count), Is.EqualTo((10.0, 1)));
        Assert.That((plain.EndTime(1), plain.ParameterCount, plain.Events.Count), Is.EqualTo((1.0, 0, 0)));
    }

    [Test]
    public void The_problem_of_a_trajectory_has_its_start_its_end_its_parameters_and_its_levels()
    {
        InitialValueProblem problem = new Ensemble(Decay, [1, 1, 2, 2], 0, 1).WithParameters([1, 1, 3, 4]).WithEndTimes([1, 5])
            .WithEvent(EnsembleEvent.Crossing("level", First, 10, 20)).Problem(1);
        double[] derivative = new double[2];
        problem.System.EvaluateDerivative(0, [1, 1], derivative);

        Assert.That(problem.InitialState.ToArray(), Is.EqualTo([2.0, 2.0]));
        Assert.That((problem.StartTime, problem.EndTime), Is.EqualTo((0.0, 5.0)));
        Assert.That(derivative, Is.EqualTo([-3.0, -4.0]));
        Assert.That(problem.Events.Single().Function(0, [7, 0]), Is.EqualTo(7 - 20));
    }

    private static IStateFunction<double> First => StateFormula.FromFunction((_, x) => x[0]);

    private static Ensemble Decays(int count) => new(Decay, Enumerable.Repeat(1.0, 2 * count), 0, 1);

    /// <summary>xᵢ' = −pᵢxᵢ, where parameters are left: −xᵢ elsewhere.</summary>
    private sealed class Rates(int dimension) : IRightHandSide
    {
        public int Dimension => dimension;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            for (int k = 0; k < dimension; k++)
            {
                derivative[k] = k < parameters.Length ? -parameters[k] * state[k] : -state[k];
            }
        }
    }

    private sealed class Nothing : IDynamicsSystem
    {
        public int Dimension => 0;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => throw new NotSupportedException();
    }
}
