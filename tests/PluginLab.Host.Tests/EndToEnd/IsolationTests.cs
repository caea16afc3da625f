using System.Diagnostics;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>A run in a process of its own does what it did in the host's, and what it does to its process stays there.</summary>
public sealed class IsolationTests
{
    private const string Draws = """{ "name": "draws", "experiment": "draws", "parameters": { "measured": 1.25, "uncertainty": 0.5 } }""";

    [TestCase("quick")]
    [TestCase("full")]
    public void A_process_for_each_run_changes_no_byte_of_the_results(string check)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(
            Draws,
            """{ "name": "fails", "experiment": "throws" }""",
            """{ "name": "late", "experiment": "lists-late" }""",
            """{ "name": "bare", "experiment": "diverges", "integrator": { "use": "runge-kutta-4", "step": 0.125 } }""",
            """{ "name": "network", "experiment": "diagonal-case", "parameters": { "singular-values": [2, 1], "hidden-width": 2 } }""");
        HostResult inside = laboratory.Run("run", "--out", "here", "--check", check);

        HostResult result = laboratory.Run("run", "--out", "there", "--check", check, "--isolate", "process");

        Assert.That(result.ExitCode, Is.EqualTo(inside.ExitCode), result.Errors);
        IReadOnlyDictionary<string, string> there = laboratory.ReadResults("there");
        Assert.That(there, Is.EqualTo(laboratory.ReadResults("here")));
        Assert.That(there.Keys, Does.Contain("runs/network/report.json").And.Contain("runs/draws/figures/line.svg"));
    }

    [TestCase("exits", "The process of the run ended with exit code 0 before it gave a result.")]
    [TestCase("throws-aside", "was ended by SIGABRT before it gave a result. Its last words: Unhandled exception. System.InvalidOperationException: Nobody catches me.")]
    [TestCase("forgets-await", "was ended by SIGABRT before it gave a result. Its last words: Unhandled exception. System.InvalidOperationException: Nobody awaits me.")]
    [TestCase("overflows", "was ended by SIGABRT before it gave a result. Its last words: Stack overflow.")]
    [TestCase("fails-fast", "was ended by SIGABRT before it gave a result. Its last words: Process terminated. Nothing can be saved.")]
    [TestCase("hoards", "OutOfMemoryException")]
    [TestCase("throws", "The experiment threw InvalidOperationException: The dog ate the homework.")]
    public void What_ends_its_process_fails_alone(string experiment, string failure)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest($$"""{ "name": "a", "experiment": "{{experiment}}" }""", Draws);

        HostResult result = laboratory.Run("run", "--isolate", "process", "--memory", "128MiB", "--jobs", "1");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Output, Does.Contain(failure).And.Not.Contain("   at "));
        Assert.That(laboratory.ReadResults("results")["runs/a/report.json"], Does.Contain("\"state\": \"failed\""));
        Assert.That(laboratory.ReadResults("results")["runs/draws/report.json"], Does.Contain("\"state\": \"finished\""));
    }

    [TestCase("loops")]
    [TestCase("sleeps")]
    public void A_process_that_ignores_its_timeout_is_killed(string experiment)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest($$"""{ "name": "a", "experiment": "{{experiment}}", "timeout": "100ms" }""", Draws);

        HostResult result = laboratory.Run("run", "--isolate", "process");

        Assert.That(result.ExitCode, Is.EqualTo(5), result.Errors);
        Assert.That(result.Output, Does.Contain("The run was past its timeout of 0.1 s and did not respond; its process was stopped."));
        Assert.That(Workers(laboratory), Is.Empty);
    }

    [Test]
    public void A_run_that_heeds_its_timeout_says_so_itself()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "a", "experiment": "waits", "timeout": "100ms" }""");

        Assert.That(laboratory.Run("run", "--isolate", "process").Output, Does.Contain("The run took longer than 0.1 s, its timeout."));
    }

    [TestCase("TERM")]
    [TestCase("KILL")]
    public void However_the_host_ends_no_process_is_left_behind(string signal)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest("""{ "name": "a", "experiment": "waits" }""");
        using Process host = laboratory.StartUntilWaiting("run", "--isolate", "process");
        Assert.That(Workers(laboratory), Has.Length.EqualTo(1));

        Laboratory.Signal(host, signal);
        host.WaitForExit();

        Assert.That(host.ExitCode, Is.EqualTo(signal == "TERM" ? 75 : 137));
        Assert.That(() => Workers(laboratory), Is.Empty.After(12_000, 100));
    }

    [TestCase("--isolate is \"thread\"; it must be process.", "--isolate", "thread")]
    [TestCase("--memory holds for processes of runs; give --isolate process too.", "--memory", "1GiB")]
    [TestCase("--memory is \"12\"; it must be a size from 64MiB on, such as 500MiB or 2GiB.", "--isolate", "process", "--memory", "12")]
    [TestCase("--memory is \"9MiB\"; it must be a size from 64MiB on, such as 500MiB or 2GiB.", "--isolate", "process", "--memory", "9MiB")]
    public void Wrong_options_are_told(string message, params string[] options)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Draws);

        HostResult result = laboratory.Run(["run", .. options]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain(message));
    }

    /// <summary>The ids of processes of runs that work in a laboratory.</summary>
    private static string[] Workers(Laboratory laboratory) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).OfType<string>().Where(name => name.All(char.IsAsciiDigit))
            .Where(id => IsWorker(id, laboratory.PathOf())),
    ];

    private static bool IsWorker(string id, string folder)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").TrimEnd('\0').EndsWith("\0worker", StringComparison.Ordinal)
                && new DirectoryInfo($"/proc/{id}/cwd").ResolveLinkTarget(returnFinalTarget: true)?.FullName == new DirectoryInfo(folder).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
