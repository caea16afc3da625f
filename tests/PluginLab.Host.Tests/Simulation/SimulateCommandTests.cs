using System.Globalization;
using System.Text.Json;

namespace PluginLab.Host.Tests.Simulation;

/// <summary>The command line of <c>simulate</c>, on which scripts rely, through the built host.</summary>
internal sealed class SimulateCommandTests
{
    private DirectoryInfo folder = null!;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("pluginlab-tests-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [Test]
    public void Output_is_one_line_of_JSON_with_states_observables_events_statistics_and_invariants()
    {
        (int exitCode, string output, string error) = Pluginlab.Run(
            folder.FullName, "simulate", "monomial", "--set", "target=1", "--set", "exponents=2,1", "--initial", "0.25,0.25", "--times", "0,1", "--stop", "product=0.5");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output.TrimEnd('\n'), Does.Not.Contain('\n'));
        JsonElement json = JsonElement.Parse(output);
        Assert.That(json.EnumerateObject().Select(member => member.Name), Is.EqualTo(["outcome", "times", "states", "observables", "events", "statistics", "invariants"]));
        Assert.That(json.GetProperty("outcome").GetString(), Is.EqualTo("completed"));
        Assert.That(json.GetProperty("times").GetRawText(), Is.EqualTo("[0,1]"));
        Assert.That(json.GetProperty("states")[0].GetRawText(), Is.EqualTo("[0.25,0.25]"));
        Assert.That(json.GetProperty("observables").GetProperty("product")[0].GetDouble(), Is.EqualTo(0.015625));
        Assert.That(json.GetProperty("events").GetArrayLength(), Is.Zero);
        Assert.That(json.GetProperty("statistics").GetProperty("accepted-steps").GetInt64(), Is.Positive);
        JsonElement[] invariants = [.. json.GetProperty("invariants").EnumerateArray()];
        Assert.That(invariants.Select(invariant => invariant.GetProperty("name").GetString()), Is.EqualTo(["imbalance", "loss"]));
        Assert.That(invariants.Select(invariant => invariant.GetProperty("isLarge").GetBoolean()), Is.All.False);
    }

    [Test]
    public void Gradient_descent_reports_iterates_at_multiples_of_its_learning_rate()
    {
        (int exitCode, string output, _) = Pluginlab.Run(
            folder.FullName,
            "simulate", "monomial", "--set", "exponents=1", "--initial", "-1", "--times", "0.5,1.5", "--integrator", "gradient-descent,learning-rate=0.5", "--format", "csv");

        // w ← w + (1 − w)/2 from −1: 0, 0.5, 0.75.
        Assert.That(exitCode, Is.Zero);
        Assert.That(output.Split('\n').Skip(1).Take(2).Select(line => string.Join(',', line.Split(',').Take(2))), Is.EqualTo(["0.5,0", "1.5,0.75"]));
    }

    [Test]
    public void Every_user_error_is_told_at_once()
    {
        (int exitCode, string output, string error) = Pluginlab.Run(
            folder.FullName,
            "simulate", "monomial", "--set", "tagret=1", "--set", "exponents=2,0", "--initial", "@start.json", "--times", "1,0.5",
            "--integrator", "gradient-descent,learning-rat=0.1", "--stop", "product");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.Contain("--set: error PL1011: system \"monomial\" has no parameter \"tagret\"; did you mean \"target\"?\n"));
        Assert.That(error, Does.Contain("--set: error PL1012: Parameter 'exponents' is [2,0]; it must be a list of whole numbers, each a whole number from 1 to 8.\n"));
        Assert.That(error, Does.Contain("--initial: error PL1007: start.json: the file cannot be read: "));
        Assert.That(error, Does.Contain("--times: error PL1007: the times must increase and must not be negative: the solve starts at 0; put them in order, each once\n"));
        Assert.That(error, Does.Contain("--integrator: error PL1011: integrator \"gradient-descent\" has no parameter \"learning-rat\"; did you mean \"learning-rate\"?\n"));
    }

    [TestCase("nonomial", "SYSTEM: error PL1010: there is no system \"nonomial\"; did you mean \"monomial\"?\n")]
    public void An_unknown_system_is_an_error_with_a_suggestion(string system, string message)
    {
        (int exitCode, _, string error) = Pluginlab.Run(folder.FullName, "simulate", system, "--times", "1");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.EndWith(message));
    }

    [Test]
    public void A_solve_that_fails_writes_what_it_reached_and_ends_in_5()
    {
        (int exitCode, string output, string error) = Pluginlab.Run(
            folder.FullName,
            "simulate", "monomial", "--set", "target=100", "--times", "0.2,100", "--integrator", "gradient-descent,learning-rate=0.1");

        JsonElement json = JsonElement.Parse(output);
        Assert.That(exitCode, Is.EqualTo(5));
        Assert.That(json.GetProperty("outcome").GetString(), Is.EqualTo("non-finite-state"));
        Assert.That(json.GetProperty("times").GetRawText(), Is.EqualTo("[0.2]"));
        Assert.That(error, Does.Contain("monomial: error: Gradient descent stopped at t = "));
    }

    /// <summary>The oracle case m21-state-equal: w₁²w₂ → 1 from (¼, ¼), computed with 30 digits.</summary>
    [Test]
    public void The_monomial_of_degree_3_follows_the_oracle()
    {
        double[][] expected =
        [
            [0.441204667129431610, 0.358581621319883425],
            [0.914679239518785496, 0.670499109323294988],
            [1.08168035647835500, 0.785026239558631739],
            [1.11013991517731392, 0.804646080979051855],
            [1.11329618868598280, 0.806823525853930280],
        ];
        File.WriteAllText(Path.Combine(folder.FullName, "start.json"), "[[0.25], [0.25]]");

        (_, string output, string error) = Pluginlab.Run(
            folder.FullName,
            "simulate", "monomial", "--set", "target=1", "--set", "exponents=[2,1]", "--initial", "@start.json", "--times", "1,2,2.5,3,6",
            "--integrator", "dormand-prince-5,relative-tolerance=1e-12,absolute-tolerance=1e-14");

        double[][] states = [.. JsonElement.Parse(output).GetProperty("states").EnumerateArray().Select(state => state.EnumerateArray().Select(x => x.GetDouble()).ToArray())];
        double worst = states.Zip(expected, (state, exact) => state.Zip(exact, (x, y) => Math.Abs(x - y)).Max()).Max();
        Assert.That(states, Has.Length.EqualTo(expected.Length), error);
        Assert.That(worst, Is.LessThan(1e-9 * expected[^1][0]), worst.ToString(CultureInfo.InvariantCulture));
    }
}
