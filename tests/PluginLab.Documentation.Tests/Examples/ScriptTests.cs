using System.Globalization;
using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests.Examples;

/// <summary>The scripts of docs/examples/scripts, run as a reader would.</summary>
public sealed partial class ScriptTests
{
    private const string Sentence = "time ~ start^(-0.3370 ± 0.0059)";

    [Test]
    public void A_script_simulates_fits_and_draws_alike_in_FSharp_and_CSharp()
    {
        using Laboratory laboratory = new();

        Assert.That(Script(laboratory, "wait.fsx").Trim(), Is.EqualTo(Sentence));
        string figure = File.ReadAllText(laboratory.Path("wait.svg"));
        Assert.That(figure, Does.StartWith("<svg").And.Contain("−0.3370 ± 0.0059 (95 % CI)"));

        Assert.That(laboratory.Follow($"dotnet run -c {Built.Configuration} {Place("wait.cs")}"), Does.Contain(Sentence));
        Assert.That(File.ReadAllText(laboratory.Path("wait.svg")), Is.EqualTo(figure));
    }

    [Test]
    public void A_script_runs_a_bundled_experiment_and_another_reads_results_back()
    {
        using Laboratory laboratory = new();
        string output = Script(laboratory, "run-experiment.fsx");
        double halfTime = double.Parse(HalfTime().Match(output).Groups["value"].Value, CultureInfo.InvariantCulture);
        Assert.That(output, Does.Contain("refuted: note0-10-note"));
        Assert.That(File.ReadAllText(laboratory.Path("mode-strengths.svg")), Does.StartWith("<svg"));

        laboratory.Write("experiments.json", """{ "version": 1, "runs": [{ "name": "tied", "experiment": "tied-mode-fsharp" }] }""");
        laboratory.Follow("pluginlab run");
        Assert.That(Script(laboratory, "read-results.fsx results").Trim(), Is.EqualTo("tied: 2 claims, 1 figures, as expected: True"));
        Assert.That(File.ReadAllText(laboratory.Path("results.html")), Does.Contain("Growth of a tied mode").And.Contain("data:image/svg+xml;base64,"));
        Assert.That(halfTime, Is.EqualTo(2.2902));
    }

    /// <summary>Runs a script of this repository, built in the configuration of these tests.</summary>
    private static string Script(Laboratory laboratory, string command)
    {
        string name = command.Split(' ')[0];
        foreach (string file in new[] { "pluginlab.fsx", name })
        {
            string text = File.ReadAllText(Place(file)).Replace("__SOURCE_DIRECTORY__ + \"/../../..", $"\"{Built.RepositoryFile("")}", StringComparison.Ordinal);
            laboratory.Write(file, text.Replace("../../../", Built.RepositoryFile(""), StringComparison.Ordinal).Replace("bin/Release", $"bin/{Built.Configuration}", StringComparison.Ordinal));
        }

        return laboratory.Follow($"dotnet fsi --quiet {command}");
    }

    private static string Place(string script) => Built.RepositoryFile($"docs/examples/scripts/{script}");

    [GeneratedRegex(@"half-time of mode 1: (?<value>[\d.]+)")]
    private static partial Regex HalfTime();
}
