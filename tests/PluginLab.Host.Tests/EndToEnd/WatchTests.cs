using System.Diagnostics;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary><c>run --watch</c>: whatever becomes of the files, the next run begins when they are whole and different, and takes over what did not change.</summary>
public sealed class WatchTests
{
    private const string OfPlugin = """{ "name": "mine", "experiment": "quick" }""";
    private const string Bundled = """{ "name": "bundled", "experiment": "equalization" }""";

    private Laboratory laboratory = null!;
    private WatchingHost host = null!;

    private string Plugin => laboratory.PathOf("lab-plugins", "Troublemaker", "Troublemaker.dll");

    [SetUp]
    public void Watch()
    {
        laboratory = new Laboratory();
        laboratory.WriteManifest(OfPlugin, Bundled);
        host = new WatchingHost(laboratory);
        host.WaitFor("watching");
    }

    [TearDown]
    public void Stop()
    {
        host.Dispose();
        laboratory.Dispose();
    }

    [Test]
    public void An_edited_manifest_runs_again_and_reuses_what_it_left_alone()
    {
        laboratory.WriteManifest(OfPlugin.Replace("}", """, "parameters": { "measured": 1.25 } }""", StringComparison.Ordinal), Bundled);

        string table = host.WaitForNextTable();

        Assert.That(table, Does.Match("mine +finished.* s\n").And.Match("bundled +finished.*reused"));
        Assert.That(laboratory.ReadResults("results")["runs/mine/report.json"], Does.Contain("1.25"));
    }

    [Test]
    public void A_plugin_overwritten_in_place_runs_again_and_the_host_survives()
    {
        using (FileStream stream = new(Plugin, FileMode.Open, FileAccess.Write))
        {
            byte[] content = [.. File.ReadAllBytes(laboratory.PathOf("lab-plugins", "Troublemaker", "Troublemaker.dll")), 0];
            stream.Write(content);
        }

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.* s\n").And.Match("bundled +finished.*reused"));
    }

    [Test]
    public void A_plugin_replaced_by_renaming_runs_again()
    {
        File.WriteAllBytes(Plugin + ".new", [.. File.ReadAllBytes(Plugin), 0]);
        File.Move(Plugin + ".new", Plugin, overwrite: true);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.* s\n"));
    }

    [Test]
    public void A_plugin_that_is_half_written_is_waited_for()
    {
        byte[] whole = File.ReadAllBytes(Plugin);
        File.WriteAllBytes(Plugin, whole[..4096]);
        host.WaitFor("waiting: a plugin is not written to its end, or cannot be read; lab-plugins/Troublemaker/Troublemaker.dll: warning PL2004: damaged file");

        File.WriteAllBytes(Plugin, [.. whole, 0]);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.* s\n"));
    }

    [Test]
    public void A_plugin_that_is_deleted_is_gone_from_the_next_run()
    {
        Directory.Delete(laboratory.PathOf("lab-plugins", "Troublemaker"), recursive: true);

        host.WaitFor("there is no experiment \"quick\"");
    }

    [Test]
    public void A_plugin_that_is_new_is_there_in_the_next_run()
    {
        File.Delete(Plugin);
        host.WaitFor("exit 4");
        File.Copy(Extensibility.Built.TestPlugin("Troublemaker"), Plugin);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.*reused"));
    }

    [Test]
    public void A_file_with_a_new_time_alone_runs_nothing()
    {
        File.SetLastWriteTimeUtc(Plugin, DateTime.UtcNow.AddMinutes(1));
        Thread.Sleep(1500);
        Assert.That(host.Lines, Has.None.Contains("changed"));

        laboratory.WriteManifest(OfPlugin);

        Assert.That(host.WaitForNextTable(), Does.Not.Contain("bundled"));
    }

    [Test]
    public void A_table_that_a_run_reads_is_watched()
    {
        laboratory.Write("items.csv", "a,b,u,v\n1,0,2,0\n0,1,0,1\n1,1,2,1\n");
        laboratory.WriteManifest("""{ "name": "items", "experiment": "non-diagonal-svd", "parameters": { "data": "items.csv", "inputs": ["a", "b"], "outputs": ["u", "v"] } }""");
        host.WaitForNextTable();

        laboratory.Write("items.csv", "a,b,u,v\n1,0,3,0\n0,1,0,1\n1,1,3,1\n");

        Assert.That(host.WaitForNextTable(), Does.Match("items +finished.* s\n"));
    }

    [Test]
    public void A_run_that_goes_on_is_ended_for_the_next()
    {
        laboratory.WriteManifest(OfPlugin, """{ "name": "long", "experiment": "waits" }""");
        host.WaitFor("waiting");
        host.Forget();

        laboratory.WriteManifest(OfPlugin);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.*reused"));
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [TestCase("KILL")]
    public void However_it_ends_the_run_ends_too(string signal)
    {
        laboratory.WriteManifest("""{ "name": "long", "experiment": "waits" }""");
        host.WaitFor("waiting");

        Laboratory.Signal(host.Process, signal);

        host.Process.WaitForExit();
        Assert.That(host.Process.ExitCode, Is.EqualTo(signal == "KILL" ? 137 : 75));
        Assert.That(() => Processes(), Is.Empty.After(12_000, 100));
    }

    private string[] Processes() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Where(process => CommandLineOf(process).Contains("until-input-ends", StringComparison.Ordinal) && FolderOf(process) == new DirectoryInfo(laboratory.PathOf()).FullName),
    ];

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string? FolderOf(string process)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "cwd")).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A host that watches, with the lines that it has written since they were last forgotten.</summary>
    private sealed class WatchingHost : IDisposable
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
        private readonly List<string> lines = [];

        public WatchingHost(Laboratory laboratory)
        {
            Process = laboratory.Start([], "run", "--watch");
            Process.OutputDataReceived += (_, line) => Add(line.Data);
            Process.ErrorDataReceived += (_, line) => Add(line.Data);
            Process.BeginOutputReadLine();
            Process.BeginErrorReadLine();
        }

        public Process Process { get; }

        public string[] Lines
        {
            get
            {
                lock (lines)
                {
                    return [.. lines];
                }
            }
        }

        public void Forget()
        {
            lock (lines)
            {
                lines.Clear();
            }
        }

        /// <summary>Waits for a line that holds a text; then all lines are forgotten.</summary>
        public string WaitFor(string text)
        {
            DateTime end = DateTime.UtcNow + Longest;
            while (!Lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
            {
                Assert.That(DateTime.UtcNow, Is.LessThan(end), $"'{text}' did not come; there are:\n{string.Join('\n', Lines)}");
                Thread.Sleep(20);
            }

            string all = string.Concat(Lines.Select(line => line + "\n"));
            Forget();
            return all;
        }

        /// <summary>Waits until a changed state has been run, and gives what was written meanwhile.</summary>
        public string WaitForNextTable() => WaitFor("changed: running again") + WaitFor("exit ");

        public void Dispose()
        {
            Process.Kill(entireProcessTree: true);
            Process.WaitForExit();
            Process.Dispose();
        }

        private void Add(string? line)
        {
            if (line is not null)
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            }
        }
    }
}
