namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>What a plugin does to its streams, its children and its group of processes reaches neither the host nor other runs where each run has a process of its own.</summary>
[Platform("Linux")]
public sealed class VandalismTests
{
    private const string Bundled = """{ "name": "bundled", "experiment": "tied-mode-fsharp" }""";

    [TestCase("leaves-a-child")]
    [TestCase("writes-to-the-pipe")]
    [TestCase("reads-input")]
    [TestCase("closes-its-streams")]
    public void A_run_that_comes_to_its_end_all_the_same_is_finished(string experiment)
    {
        using Laboratory laboratory = LaboratoryWith(experiment);

        HostResult result = laboratory.Run("run", "--isolate", "process");

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Errors);
        Assert.That(laboratory.ReadResults("results")["runs/a/report.json"], Does.Contain("It came to its end."));
        Assert.That(() => laboratory.Processes(), Is.Empty.After(5000, 50));
    }

    [TestCase("leaves-a-child-and-dies", "was ended by SIGABRT before it gave a result. Its last words: Process terminated. No more.")]
    [TestCase("ends-its-group", "was ended by SIGKILL")]
    public void A_run_that_ends_with_more_than_itself_fails_alone_and_leaves_nothing(string experiment, string failure)
    {
        using Laboratory laboratory = LaboratoryWith(experiment);

        HostResult result = laboratory.Run("run", "--isolate", "process", "--jobs", "1");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Output + result.Errors);
        Assert.That(result.Output, Does.Contain(failure));
        Assert.That(laboratory.ReadResults("results")["runs/bundled/report.json"], Does.Contain("\"state\": \"finished\""));
        Assert.That(() => laboratory.Processes(), Is.Empty.After(5000, 50));
    }

    [Test]
    public void A_flood_of_the_error_stream_is_cut()
    {
        using Laboratory laboratory = LaboratoryWith("floods");

        HostResult result = laboratory.Run([("DOTNET_GCHeapHardLimit", "8000000")], "run", "--isolate", "process", "--memory", "256MiB");

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Errors[..Math.Min(1000, result.Errors.Length)]);
        Assert.That(result.Errors, Has.Length.LessThan(20_000).And.Contains("again"));
    }

    [TestCase("VANDAL_THROWS", "The run could not begin in a process of its own: lab-plugins/Vandal/Vandal.dll: error PL2012: <Module> failed to start: InvalidOperationException: Not in here.")]
    [TestCase("VANDAL_HIDES", "Its plugin offers no 'reads-input' there, as it did here; what a catalog lists must not depend on the process.")]
    public void A_plugin_that_does_not_start_in_the_process_of_its_run_is_told(string variable, string failure)
    {
        using Laboratory laboratory = LaboratoryWith("reads-input");

        HostResult result = laboratory.Run([(variable, "1")], "run", "--isolate", "process");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Output + result.Errors);
        Assert.That(result.Output, Does.Contain(failure));
    }

    [TestCase("")]
    [TestCase("what?\n")]
    [TestCase("{}\n")]
    public void A_process_of_a_run_that_is_told_of_none_says_who_starts_it(string input)
    {
        using Laboratory laboratory = new("Vandal");

        HostResult result = laboratory.RunWithInput(input, "worker");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Is.EqualTo(
            "pluginlab: 'worker' is for PluginLab itself: run --isolate process starts it and tells it of a run on its standard input. Here is no such line.\n"));
    }

    private static Laboratory LaboratoryWith(string experiment)
    {
        Laboratory laboratory = new("Vandal");
        laboratory.WriteManifest($$"""{ "name": "a", "experiment": "{{experiment}}" }""", Bundled);
        return laboratory;
    }
}
