using System.Text.Json;
using PluginLab.Host.Tests.EndToEnd;

namespace PluginLab.Host.Tests.Benchmarks;

/// <summary>The command line of <c>bench</c>, on which scripts rely, through the built host.</summary>
internal sealed class BenchCommandTests
{
    private const int SavedTimes = 200;
    private const int Components = 2 * 64 * 64;

    private static readonly string[] Members =
    [
        "workload", "method", "seconds", "fastest-seconds", "processor-seconds", "repeats", "threads", "max-error", "compared-states", "right-hand-sides", "allocated-bytes",
    ];

    private Laboratory laboratory = null!;

    [SetUp]
    public void CreateLaboratory() => laboratory = new Laboratory();

    [TearDown]
    public void DeleteLaboratory() => laboratory.Dispose();

    [Test]
    public void A_measurement_is_one_line_of_JSON_with_the_error_against_the_file()
    {
        WriteReference("far.bin", SavedTimes * Components, 1000);

        HostResult result = laboratory.Run("bench", "w2-64", "--repeat", "1", "--reference", "far.bin", "--integrator", "dormand-prince-5,relative-tolerance=0.001");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output.TrimEnd('\n'), Does.Not.Contain('\n'));
        JsonElement json = JsonElement.Parse(result.Output);
        Assert.That(json.EnumerateObject().Select(member => member.Name), Is.EqualTo(Members));
        Assert.That(json.GetProperty("workload").GetString(), Is.EqualTo("W2-64"));
        Assert.That(json.GetProperty("method").GetString(), Does.Contain("relative tolerance 0.001"));
        Assert.That((json.GetProperty("repeats").GetInt32(), json.GetProperty("threads").GetInt32(), json.GetProperty("compared-states").GetInt32()), Is.EqualTo((1, 1, SavedTimes)));
        Assert.That(json.GetProperty("right-hand-sides").GetInt64(), Is.GreaterThan(SavedTimes / 2));
        Assert.That(json.GetProperty("max-error").GetDouble(), Is.EqualTo(1000).Within(1));
        Assert.That(json.GetProperty("seconds").GetDouble(), Is.GreaterThanOrEqualTo(json.GetProperty("fastest-seconds").GetDouble()).And.Positive);
    }

    [Test]
    public void Without_a_file_the_error_is_that_against_a_solve_of_tight_tolerance()
    {
        HostResult result = laboratory.Run("bench", "W2-64", "--repeat", "1");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(JsonElement.Parse(result.Output).GetProperty("max-error").GetDouble(), Is.Positive.And.LessThan(1e-6));
    }

    [TestCase("W1P")]
    [TestCase("W1Q")]
    public void The_leading_trajectories_of_an_ensemble_are_solved_to_the_tolerance_whatever_the_threads(string workload)
    {
        JsonElement[] measured = [.. new[] { "1", "2" }.Select(threads =>
        {
            HostResult result = laboratory.Run("bench", workload, "--trajectories", "50", "--repeat", "2", "--threads", threads);
            Assert.That(result.ExitCode, Is.Zero, result.Errors);
            return JsonElement.Parse(result.Output);
        })];

        Assert.That(measured[0].GetProperty("compared-states").GetInt32(), Is.EqualTo(50));
        Assert.That(measured[0].GetProperty("max-error").GetDouble(), Is.Positive.And.LessThan(2e-8));
        Assert.That(measured[1].GetProperty("max-error").GetDouble(), Is.EqualTo(measured[0].GetProperty("max-error").GetDouble()));
        Assert.That(measured[1].GetProperty("right-hand-sides").GetInt64(), Is.EqualTo(measured[0].GetProperty("right-hand-sides").GetInt64()).And.GreaterThan(50 * 100));
    }

    [Test]
    public void A_product_agrees_with_plain_sums()
    {
        HostResult result = laboratory.Run("bench", "G", "--set", "size=96", "--set", "form=TN", "--repeat", "1");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        JsonElement json = JsonElement.Parse(result.Output);
        Assert.That(json.GetProperty("max-error").GetDouble(), Is.LessThan(96 * 96 * 1.2e-16));
        Assert.That(json.GetProperty("right-hand-sides").GetInt64(), Is.EqualTo((1 << 22) / (96 * 96)));
    }

    [TestCase("unknown workload", "pluginlab: there is no workload \"W2-65\"; did you mean \"W2-64\"?\n", "W2-65")]
    [TestCase("no count", "pluginlab: --repeat is \"0\"; it must be a whole number from 1 on.\n", "W2-64", "--repeat", "0")]
    [TestCase("no number of threads", "pluginlab: --threads is \"two\"; it must be a whole number from 1 on.\n", "W2-64", "--threads", "two")]
    [TestCase("threads twice", "--set: error PL1007: the workload gives parameter threads its values itself; leave it out\n", "W2-64", "--set", "threads=2")]
    [TestCase("missing file", "pluginlab: --reference: no.bin cannot be read: ", "W2-64", "--reference", "no.bin")]
    [TestCase("file without numbers", "pluginlab: --reference: odd.bin has 9 bytes; it must hold numbers of 8 bytes each.\n", "W2-64", "--reference", "odd.bin")]
    [TestCase("unknown integrator", "--integrator: error PL1010: there is no integrator \"dormand-prince-55\"; did you mean \"dormand-prince-5\"?\n", "W2-64", "--integrator", "dormand-prince-55")]
    [TestCase("unknown parameter", "--set: error PL1011: system \"w2-64\" has no parameter \"size\"; it can be threads\n", "W2-64", "--set", "size=3")]
    [TestCase("parameter of the workload's own", "--set: error PL1007: the workload gives parameter trajectory its values itself; leave it out\n", "W1P", "--set", "trajectory=3")]
    [TestCase("more trajectories than there are", "--trajectories: error PL1007: the workload has 100000 trajectories, not 100001\n", "W1P", "--trajectories", "100001")]
    [TestCase("trajectories of a single system", "--trajectories: error PL1007: the workload is no ensemble of trajectories; leave the option out\n", "W2-64", "--trajectories", "2")]
    [TestCase("integrator where nothing is integrated", "--integrator: error PL1007: the workload evaluates a right-hand side and integrates nothing; leave the option out\n", "G", "--integrator", "dormand-prince-5")]
    [TestCase("inadmissible parameter", "--set: error PL1012: Parameter 'form' is \"TT\"; it must be ", "G", "--set", "form=TT")]
    [TestCase("parameter without a value", "--set: error PL1007: 'size' has no value; write name=value\n", "W2-64", "--set", "size")]
    public void What_is_wrong_is_told(string _, string message, params string[] arguments)
    {
        laboratory.Write("odd.bin", "012345678");

        HostResult result = laboratory.Run(["bench", .. arguments]);

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Errors);
        Assert.That(result.Errors, Does.Contain(message));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public void A_file_with_another_number_of_states_is_rejected()
    {
        WriteReference("short.bin", Components, 0);

        HostResult result = laboratory.Run("bench", "W2-64", "--repeat", "1", "--reference", "short.bin");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain($"--reference: short.bin holds {Components} numbers; the workload has {SavedTimes} states of {Components} numbers to compare.\n"));
    }

    [Test]
    public void A_solve_that_fails_ends_in_5_and_says_why()
    {
        HostResult result = laboratory.Run("bench", "W2-64", "--integrator", "dormand-prince-5,maximum-steps=3");

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Errors, Does.StartWith("W2-64: error: Dormand–Prince 5(4)").And.Contain("steps"));
        Assert.That(result.Output, Is.Empty);
    }

    private void WriteReference(string name, int count, double value)
    {
        byte[] bytes = new byte[count * sizeof(double)];
        for (int i = 0; i < count; i++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(i * sizeof(double)), value);
        }

        File.WriteAllBytes(laboratory.PathOf(name), bytes);
    }
}
