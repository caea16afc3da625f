using System.Globalization;
using System.Text.Json;
using PluginLab.Host.Benchmarks;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Tests.EndToEnd;
using PluginLab.Host.Tests.Extensibility;

namespace PluginLab.Host.Tests.Benchmarks;

/// <summary>What each workload solves, through the built host where a run is short, else as the host prepares it.</summary>
internal sealed class WorkloadTests
{
    private Laboratory laboratory = null!;

    [SetUp]
    public void CreateLaboratory() => laboratory = new Laboratory();

    [TearDown]
    public void DeleteLaboratory() => laboratory.Dispose();

    [TestCase("W1P")]
    [TestCase("W1Q")]
    public void The_leading_trajectories_of_an_ensemble_are_solved_to_the_tolerance_whatever_the_threads(string workload)
    {
        int[] threads = [1, Math.Min(2, Environment.ProcessorCount)];

        JsonElement[] measured = [.. threads.Select(count => Measure(workload, "--trajectories", "50", "--repeat", "2", "--threads", Text(count)))];

        Assert.That(measured[0].GetProperty("compared-states").GetInt32(), Is.EqualTo(50));
        Assert.That(measured[0].GetProperty("max-error").GetDouble(), Is.Positive.And.LessThan(2e-8));
        Assert.That(measured[1].GetProperty("max-error").GetDouble(), Is.EqualTo(measured[0].GetProperty("max-error").GetDouble()));
        Assert.That(measured[1].GetProperty("right-hand-sides").GetInt64(), Is.EqualTo(measured[0].GetProperty("right-hand-sides").GetInt64()).And.GreaterThan(50 * 100));
    }

    [Test]
    public void A_network_is_solved_to_the_tolerance() =>
        Assert.That(Measure("W2-64", "--repeat", "1").GetProperty("max-error").GetDouble(), Is.Positive.And.LessThan(1e-6));

    /// <summary>The reference is a solve at the times of docs/performance.md, to a hundredth of the tolerance: the own one of <c>bench</c> takes an explicit method too long here.</summary>
    [Test]
    public void The_stiff_network_is_saved_at_times_that_double_up_to_2000()
    {
        double[] times = [.. Enumerable.Range(0, 16).Select(index => 2000 / Math.Pow(2, 15 - index))];
        HostResult reference = laboratory.Run(
            "simulate", "w3", "--times", string.Join(',', times.Select(Text)), "--integrator", "runge-kutta-chebyshev-2,relative-tolerance=1e-6,absolute-tolerance=1e-9");
        Assert.That(reference.ExitCode, Is.Zero, reference.Errors);
        double[] states = [.. JsonElement.Parse(reference.Output).GetProperty("states").EnumerateArray().SelectMany(state => state.EnumerateArray()).Select(number => number.GetDouble())];
        File.WriteAllBytes(laboratory.PathOf("w3.ref"), [.. states.SelectMany(BitConverter.GetBytes)]);

        JsonElement json = Measure("W3", "--repeat", "1", "--reference", "w3.ref", "--integrator", "runge-kutta-chebyshev-2,relative-tolerance=1e-4,absolute-tolerance=1e-7");

        Assert.That(json.GetProperty("compared-states").GetInt32(), Is.EqualTo(16));
        Assert.That(json.GetProperty("max-error").GetDouble(), Is.Positive.And.LessThan(0.02));
    }

    /// <summary>One run each, without those that warm up, at a loose tolerance: a measurement takes half a minute.</summary>
    [Test]
    public void The_wide_network_is_solved_alike_by_two_methods()
    {
        using PluginSandbox sandbox = new();
        ComponentRegistry registry = sandbox.Load(Built.BundledPlugin("Workloads"), Built.BundledPlugin("Integrators")).Registry;

        ComputedStates[] states = [.. new[] { "dormand-prince-5", "dormand-prince-8" }.Select(method =>
            RunOnce(registry, "W2-256", $"{method},relative-tolerance=1e-4,absolute-tolerance=1e-6"))];

        Assert.That((states[0].Count, states[0].Dimension), Is.EqualTo((200, 2 * 256 * 256)));
        Assert.That(states[0].LargestDifference(states[1]), Is.Positive.And.LessThan(0.001));
        double[] origin = new double[2 * 256 * 256];
        Assert.That(states[0].LargestDifference(new ComputedStates(200, _ => origin)), Is.GreaterThan(0.1), "no weight starts above 0.06");
    }

    [Test]
    public void A_product_agrees_with_plain_sums()
    {
        JsonElement json = Measure("G", "--set", "size=96", "--set", "form=TN", "--repeat", "1");

        Assert.That(json.GetProperty("max-error").GetDouble(), Is.LessThan(96 * 96 * 1.2e-16));
        Assert.That(json.GetProperty("right-hand-sides").GetInt64(), Is.EqualTo((1 << 22) / (96 * 96)));
    }

    private static ComputedStates RunOnce(ComponentRegistry registry, string workload, string integrator)
    {
        BenchmarkRequest request = new() { Workload = Workloads.All.Single(known => known.Name == workload), Integrator = integrator, Threads = 1, Repeats = 1 };
        BenchmarkComponents components = new(registry, Directory.GetCurrentDirectory(), request);
        IBenchmark? benchmark = request.Workload.Prepare(components);
        Assert.That(components.Diagnoses, Is.Empty);
        BenchmarkRun run = benchmark!.Run(CancellationToken.None);
        Assert.That(run.Fault, Is.Null);
        return run.States;
    }

    private JsonElement Measure(params string[] arguments)
    {
        HostResult result = laboratory.Run(["bench", .. arguments]);
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        return JsonElement.Parse(result.Output);
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
