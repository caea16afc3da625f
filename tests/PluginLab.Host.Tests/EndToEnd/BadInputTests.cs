namespace PluginLab.Host.Tests.EndToEnd;

public sealed class BadInputTests
{
    private const string Quick = """{ "name": "quick", "experiment": "quick" }""";

    [TestCase("""{ "name": "a", "experiment": "quikc" }""", "experiments.json:2:30: error PL1010: $.runs[0].experiment: there is no experiment \"quikc\"; did you mean \"quick\"?")]
    [TestCase("""{ "name": "a/b", "experiment": "quick" }""", "experiments.json:2:11: error PL1008: $.runs[0].name: the name \"a/b\" must consist of")]
    [TestCase("""{ "name": "a", "experiment": "quick" """, "experiments.json:3:1: error PL1002: ")]
    [TestCase("""{ "name": "a", "experiment": "quick", "parameters": { "measured": 1e999 } }""", "error PL1012: $.runs[0].parameters.measured: Parameter 'measured' is 1e999; it must be")]
    public void A_manifest_that_is_wrong_ends_in_3_and_nothing_runs(string run, string line)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(run);

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Errors, Does.Contain(line));
        Assert.That(result.Output, Is.Empty);
        Assert.That(Directory.Exists(laboratory.PathOf("results")), Is.False);
    }

    [Test]
    public void A_missing_manifest_ends_in_3()
    {
        using Laboratory laboratory = new();

        HostResult result = laboratory.Run("run", "none.json");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Errors, Does.Contain("none.json: error PL1001: there is no such file"));
    }

    [TestCase("--jobs", "0", "--jobs is \"0\"; it must be a whole number from 1 on.")]
    [TestCase("--jobs", "many", "many")]
    [TestCase("--set", "quick", "--set is 'quick'; it must be RUN.PARAMETER=VALUE")]
    [TestCase("--seed", "-1", "--seed is '-1'; it must be a whole number from 0 to 9007199254740991.")]
    [TestCase("--timeout", "soon", "--timeout is 'soon'; it must be a time such as 90s")]
    [TestCase("--out", "experiments.json/results", "The results folder 'experiments.json/results' cannot be written: ")]
    [TestCase("--out", "experiments.json", "The results folder 'experiments.json' cannot be used: it is a file.")]
    [TestCase("--out", "", "--out is empty; it must be a path.")]
    [TestCase("--plugins", "", "--plugins is empty; it must be a path.")]
    [TestCase("--no-such-option", "1", "there is no option \"--no-such-option\"")]
    public void An_argument_that_cannot_be_used_ends_in_2(string option, string value, string message)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);

        HostResult result = laboratory.Run("run", option, value);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain(message));
        Assert.That(result.Output, Is.Empty);
    }

    [TestCase("missing", "missing")]
    [TestCase("empty", "empty")]
    [TestCase("text", "not a .NET assembly")]
    public void A_plugin_folder_that_does_not_load_is_told_and_runs_that_do_not_need_it_still_run(string folder, string message)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick, """{ "name": "lost", "experiment": "of-that-plugin" }""");
        Directory.CreateDirectory(laboratory.PathOf("empty"));
        laboratory.Write("text/text.dll", "This is no plugin.");

        HostResult result = laboratory.Run("run", "--plugins", folder);

        Assert.That(result.ExitCode, Is.EqualTo(4), result.Errors);
        Assert.That(result.Errors, Does.Contain(message));
        Assert.That(result.Output, Does.Contain("failed: lost\n  No loaded plugin offers experiment \"of-that-plugin\""));
        Assert.That(File.Exists(laboratory.PathOf("results", "runs", "quick", "report.json")), Is.True);
    }

    [Test]
    public void A_wrong_cell_of_a_CSV_file_is_told_with_file_row_and_column()
    {
        using Laboratory laboratory = new();
        laboratory.Write("flowers.csv", "width,length,kind\n1,2,0\n1.5,wide,1\n2,3,1\n");
        laboratory.WriteManifest(
            """{ "name": "flowers", "experiment": "non-diagonal-svd", "parameters": { "data": "flowers.csv", "inputs": ["width", "length"], "outputs": ["kind"] } }""", Quick);

        HostResult result = laboratory.Run("run");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Errors, Does.Contain("flowers.csv:3: column 'length' is 'wide'; it must be a finite number"));
        Assert.That(result.Output, Is.Empty);
        Assert.That(Directory.Exists(laboratory.PathOf("results")), Is.False);
    }

    [Test]
    public void Nothing_coloured_is_written_to_a_file()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick, """{ "name": "bad", "experiment": "throws" }""");

        HostResult result = laboratory.Run("run");

        Assert.That(result.Output + result.Errors, Does.Not.Contain("\u001b"));
    }

    [Test]
    public void A_valid_manifest_validates_and_its_schema_knows_its_experiments()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);

        HostResult validated = laboratory.Run("validate");
        HostResult schema = laboratory.Run("schema");

        Assert.That(validated.Output, Is.EqualTo("experiments.json: 1 runs are valid.\n"));
        Assert.That(schema.Output, Does.Contain("\"parameters-of-quick\"").And.Contain("\"parameters-of-equalization\""));
        Assert.That(Directory.Exists(laboratory.PathOf("results")), Is.False);
    }
}
