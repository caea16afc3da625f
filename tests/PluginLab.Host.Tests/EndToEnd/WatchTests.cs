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

    [Test]
    public void A_manifest_that_goes_is_told_and_one_that_comes_again_is_run()
    {
        string manifest = laboratory.PathOf("experiments.json");
        string whole = File.ReadAllText(manifest);
        File.Delete(manifest);
        host.WaitFor("there is no such file");
        File.WriteAllText(manifest, whole[..^8]);
        host.WaitFor("experiments.json:");

        File.WriteAllText(manifest, whole);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.*reused"));
    }

    [Test]
    public void What_was_no_plugin_when_a_run_began_is_not_waited_for()
    {
        laboratory.Write("lab-plugins/Junk/Junk.dll", "not a plugin");
        host.WaitFor("waiting: a plugin is not written to its end, or cannot be read; lab-plugins/Junk/Junk.dll: warning PL2003");
        host.Dispose();
        host = new WatchingHost(laboratory);
        host.WaitFor("watching");

        laboratory.WriteManifest(OfPlugin);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.*reused").And.Contain("PL2003"));
    }

    [Test]
    [Platform("Linux")]
    public void A_plugin_that_cannot_be_read_is_told_and_the_watch_goes_on()
    {
        string bytes = laboratory.PathOf("Troublemaker.dll");
        File.Move(Plugin, bytes);
        host.WaitFor("exit 4");
        File.CreateSymbolicLink(Plugin, "Troublemaker.dll");
        host.WaitFor("waiting: a plugin is not written to its end, or cannot be read");

        File.Delete(Plugin);
        File.Move(bytes, Plugin);

        Assert.That(host.WaitForNextTable(), Does.Match("mine +finished.*reused"));
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
}
