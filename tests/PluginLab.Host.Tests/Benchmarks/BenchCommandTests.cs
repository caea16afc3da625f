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
