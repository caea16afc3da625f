using PluginLab.Dynamics;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Simulation;
using PluginLab.Host.Tests.Extensibility;

namespace PluginLab.Host.Tests.Simulation;

internal sealed class SimulationResolverTests
{
    private static readonly SimulationRequest Decay = new() { System = "fine-system", Times = "0.5,1", Integrator = "fine-integrator" };
    private PluginSandbox sandbox = null!;
    private ComponentRegistry registry = null!;

    [OneTimeSetUp]
    public void LoadPlugins()
    {
        sandbox = new PluginSandbox();
        sandbox.AddTestPlugin("Fine");
        sandbox.AddFolder("Integrators", Directory.GetFiles(Built.BundledPlugin("Integrators")));
        registry = sandbox.Load().Registry;
    }

    [OneTimeTearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void The_system_s_own_start_is_used_where_none_is_given()
    {
        Host.Simulation.Simulation? simulation = new SimulationResolver(registry, sandbox.Plugins).Resolve(Decay);

        Assert.That(simulation?.Problem.InitialState.ToArray(), Is.EqualTo([1.0]));
        Assert.That(simulation?.Problem.EndTime, Is.EqualTo(1));
    }

    [Test]
    public void A_stop_ends_the_trajectory_with_its_time_and_state()
    {
        SimulationRequest request = Decay with { Times = "1,100", Stops = ["square=0.01"], Integrator = "dormand-prince-5" };

        Solution solution = new SimulationResolver(registry, sandbox.Plugins).Resolve(request)!.Run(CancellationToken.None).Result!.Solution;

        // x² = e^{−2t} reaches 0.01 at t = log 10; the integrator's tolerance is 1e-9 relative.
        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.StoppedByEvent));
        Assert.That(solution.PartialTrajectory.Times, Has.Count.EqualTo(2));
        Assert.That(solution.PartialTrajectory.Times[^1], Is.EqualTo(Math.Log(10)).Within(1e-7));
        Assert.That(solution.PartialTrajectory.LastState[0], Is.EqualTo(0.1).Within(1e-12));
    }

    [TestCase("0.1,0.25", "0.1", "time 0.25 is no multiple of the learning-rate 0.1; the nearest are 0.2 and 0.3")]
    [TestCase("0.1,0.3000000002", "0.1", "time 0.3000000002 is no multiple of the learning-rate 0.1; the nearest are 0.3 and 0.4")]
    [TestCase("0.85", "0.3", "time 0.85 is no multiple of the learning-rate 0.3; the nearest are 0.6 and 0.9")]
    [TestCase("1", "1e-320", "time 1 lies more than 9007199254740992 steps of the learning-rate 1e-320 from 0; take larger steps")]
    public void A_time_between_two_iterates_is_an_error(string times, string rate, string message) => Assert.That(
        Errors(Decay with { Times = times, Integrator = $"gradient-descent,learning-rate={rate}" }), Is.EqualTo([$"--times: error PL1007: {message}"]));

    [TestCase("0.3,0.7,700000.1")]
    [TestCase("0.30000000000000004,0.3000000000999")]
    public void A_time_within_rounding_of_an_iterate_means_that_iterate(string times) =>
        Assert.That(Errors(Decay with { Times = times, Integrator = "gradient-descent,learning-rate=0.1" }), Is.Empty);

    [TestCase("1,2", "the initial state has 2 numbers; the state of the system has 1 components")]
    [TestCase("one", "number 1 is 'one'; it must be a finite number, such as 0.25")]
    [TestCase("1e999", "number 1 is '1e999'; it must be a finite number, such as 0.25")]
    [TestCase("NaN", "number 1 is 'NaN'; it must be a finite number, such as 0.25")]
    public void A_start_that_does_not_fit_is_an_error(string initial, string message) =>
        Assert.That(Errors(Decay with { Initial = initial }), Is.EqualTo([$"--initial: error PL1007: {message}"]));

    [TestCase("squre=1", "the system has no observable \"squre\"; did you mean \"square\"?")]
    [TestCase("square=high", "the value of square is 'high'; it must be a finite number, such as 0.5")]
    [TestCase("square", "'square' has no value; write name=value")]
    public void A_stop_that_means_nothing_is_an_error(string stop, string message) =>
        Assert.That(Errors(Decay with { Stops = [stop] }), Is.EqualTo([$"--stop: error PL1007: {message}"]));

    [Test]
    public void Later_values_of_a_parameter_win() => Assert.That(Errors(Decay with { Values = ["rate=7", "rate=1.5"] }), Is.Empty);

    [TestCase("[1, oops]", ":1:5: the file is no JSON; it must hold a list of numbers, such as [0.1, 0.2]")]
    [TestCase("\uFEFF[1,\n2,,3]", ":2:3: the file is no JSON; it must hold a list of numbers, such as [0.1, 0.2]")]
    [TestCase("", ":1:1: the file is no JSON; it must hold a list of numbers, such as [0.1, 0.2]")]
    [TestCase("{}", ": the file holds {}; it must hold a list of finite numbers, such as [0.1, 0.2]")]
    [TestCase("[1e999]", ": the file holds 1e999; it must hold a list of finite numbers, such as [0.1, 0.2]")]
    public void A_file_without_numbers_is_an_error_with_its_name(string content, string message)
    {
        string path = sandbox.AddFile("files", "start.json", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.That(Errors(Decay with { Initial = $"@{path}" }), Is.EqualTo([$"--initial: error PL1007: {path}{message}"]));
    }

    [Test]
    public void A_file_may_begin_with_a_byte_order_mark()
    {
        string path = sandbox.AddFile("files", "marked.json", [0xEF, 0xBB, 0xBF, .. "[0.5]"u8]);

        Assert.That(new SimulationResolver(registry, sandbox.Plugins).Resolve(Decay with { Initial = $"@{path}" })?.Problem.InitialState.ToArray(), Is.EqualTo([0.5]));
    }

    [Test]
    public void A_folder_in_place_of_a_file_is_named_as_such() => Assert.That(
        Errors(Decay with { Initial = $"@{sandbox.Plugins}" }),
        Is.EqualTo([$"--initial: error PL1007: {sandbox.Plugins}: this is a folder; name a file in it that holds a list of numbers"]));

    [Test]
    public void A_file_without_a_name_is_an_error() => Assert.That(
        Errors(Decay with { Initial = "@" }),
        Is.EqualTo(["--initial: error PL1007: after @ the name of a file is missing; write it without a space, such as @start.json"]));

    [TestCase("gradient-descent,learning-rate", "PL1007: option learning-rate has no value; write learning-rate=value")]
    [TestCase("gradient-descent,learning-rate=", "PL1007: option learning-rate has no value; write learning-rate=value")]
    [TestCase("gradient-descent,=1", "PL1007: '=1' names no option; write option=value")]
    [TestCase("gradient-descent,Learning-Rate=0.5", "PL1011: integrator \"gradient-descent\" has no parameter \"Learning-Rate\"; did you mean \"learning-rate\"?")]
    [TestCase("gradient-descent,learning-rate=1,learning-rate=0.5", "PL1007: option learning-rate is given twice; keep one")]
    [TestCase("gradient-descent;learning-rate=1", "PL1007: 'gradient-descent;learning-rate=1' is no id with options; write them after commas, such as gradient-descent,learning-rate=0.1")]
    public void An_integrator_that_is_badly_written_is_an_error_that_says_where(string integrator, string message) =>
        Assert.That(Errors(Decay with { Integrator = integrator }).First(), Is.EqualTo($"--integrator: error {message}"));

    [TestCase("gradient-descent, learning-rate=0.25")]
    [TestCase("gradient-descent , learning-rate = 0.25")]
    [TestCase("gradient-descent,learning-rate=.25")]
    [TestCase("gradient-descent,learning-rate=+.25")]
    public void Spaces_and_short_numbers_are_read_in_the_options_of_an_integrator(string integrator)
    {
        Host.Simulation.Simulation? simulation = new SimulationResolver(registry, sandbox.Plugins).Resolve(Decay with { Initial = ".25", Integrator = integrator });

        // One Euler step of x' = −x multiplies by 3/4.
        Assert.That(simulation?.Run(CancellationToken.None).Result?.Solution.PartialTrajectory.State(0)[0], Is.EqualTo(0.25 * 0.75 * 0.75).Within(1e-15));
    }

    private string[] Errors(SimulationRequest request)
    {
        SimulationResolver resolver = new(registry, sandbox.Plugins);
        resolver.Resolve(request);
        return [.. resolver.Diagnoses.Select(diagnosis => diagnosis.ToString())];
    }
}
