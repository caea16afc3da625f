using PluginLab.Host.Cli.Templates;
using PluginLab.Host.Tests.Simulation;

namespace PluginLab.Host.Tests.Cli.Templates;

/// <summary><c>pluginlab new</c>; that what it writes builds, keeps its contract and runs is shown with the packages, in tests/External/packages.sh.</summary>
internal sealed class NewCommandTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [TestCase("experiment", "experiment", "cs")]
    [TestCase("experiment", "experiment", "fs")]
    [TestCase("experiment", "integrator", "cs")]
    [TestCase("integrator", "integrator", "fs")]
    [TestCase("renderer", "renderer", "cs")]
    public void A_plugin_with_tests_and_a_manifest_is_written_under_its_name(string command, string kind, string language)
    {
        string[] kindOption = command == kind ? [] : ["--kind", kind];

        (int exitCode, string output, string error) = Pluginlab.Run(folder.Path, ["new", command, "HalfLife", "--lang", language, .. kindOption]);

        string[] files = [.. Directory.EnumerateFiles(Path.Combine(folder.Path, "HalfLife"), "*", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal)];
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(files, Is.EqualTo(new[]
        {
            "HalfLife/.gitignore", "HalfLife/Directory.Build.props",
            $"HalfLife/HalfLife.Tests/ContractTests.{language}", $"HalfLife/HalfLife.Tests/HalfLife.Tests.{language}proj",
            "HalfLife/HalfLife.slnx", $"HalfLife/HalfLife/HalfLife.{language}", $"HalfLife/HalfLife/HalfLife.{language}proj", "HalfLife/experiments.json",
        }));
        Assert.That(output.Split('\n'), Is.SupersetOf(files).And.SupersetOf(new[] { "Next:", "  cd HalfLife" }));
        string text = string.Concat(files.Select(file => File.ReadAllText(Path.Combine(folder.Path, file))));
        Assert.That(text, Does.Contain("half-life").And.Not.Match("My(Experiment|Integrator|Renderer)|my-(experiment|integrator|renderer)|PLUGINLAB_VERSION"));
    }

    [TestCase("halfLife", "NAME is \"halfLife\"; it must begin with an upper-case letter, and have letters and digits of ASCII only, 60 at most, such as HalfLife.")]
    [TestCase("Half.Life", "NAME is \"Half.Life\"; it must begin")]
    [TestCase("../HalfLife", "NAME is \"../HalfLife\"; it must begin")]
    [TestCase("Figure", "NAME is \"Figure\", which code of a plugin uses for something else; choose another, such as MyFigure.")]
    [TestCase("Math", "NAME is \"Math\", which code")]
    [TestCase("System", "NAME is \"System\", which code")]
    [TestCase("Nunit", "NAME is \"Nunit\", which code")]
    [TestCase("ButcherTableau", "NAME is \"ButcherTableau\", which code")]
    [TestCase("ContractCase", "NAME is \"ContractCase\", which code")]
    [TestCase("Encoding", "NAME is \"Encoding\", which code")]
    [TestCase("Assert", "NAME is \"Assert\", which code")]
    [TestCase("CON", "NAME is \"CON\", which code")]
    [TestCase("Lpt1", "NAME is \"Lpt1\", which code")]
    [TestCase("..", "NAME is \"..\"; it must begin")]
    [TestCase("class", "NAME is \"class\"; it must begin")]
    [TestCase("Élan", "NAME is \"Élan\"; it must begin")]
    [TestCase("HalfLife\n", "NAME is \"HalfLife\n\"; it must begin")]
    [TestCase("", "NAME is \"\"; it must begin")]
    [TestCase("Equalization", "NAME is \"Equalization\", whose experiment id 'equalization' the bundled plugin Equalization has; choose another.")]
    public void A_name_that_cannot_be_used_is_refused(string name, string sentence) => AssertRefused(sentence, "new", "experiment", name);

    [Test]
    public void A_name_that_is_too_long_is_refused_without_all_of_it() =>
        AssertRefused($"NAME is \"{new string('A', 60)}…\"; it must begin", "new", "experiment", new string('A', 300));

    [Test]
    public void Nothing_is_overwritten()
    {
        folder.Write("HalfLife/notes.txt", "Mine.");

        AssertRefused("HalfLife is there already; choose another name, or take it away: nothing is overwritten.", "new", "experiment", "HalfLife");

        Assert.That(Directory.GetFiles(Path.Combine(folder.Path, "HalfLife")), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_renderer_in_FSharp_is_told_not_to_be_there() =>
        AssertRefused("there is no template of a renderer in fs; use --lang cs.", "new", "renderer", "Blocks", "--lang", "fs");

    [Test]
    public void An_unknown_language_is_told() => AssertRefused("--lang is \"vb\"; it must be cs or fs.", "new", "experiment", "HalfLife", "--lang", "vb");

    [TestCase("HalfLife", "half-life")]
    [TestCase("Decay", "decay")]
    [TestCase("RK4", "rk4")]
    [TestCase("SVDModes2D", "svd-modes2-d")]
    public void The_id_is_the_name_in_kebab_case(string name, string id) => Assert.That(PluginName.Parse(name).Id, Is.EqualTo(id));

    private void AssertRefused(string sentence, params string[] arguments)
    {
        (int exitCode, _, string error) = Pluginlab.Run(folder.Path, arguments);

        Assert.That(error, Does.StartWith("pluginlab: " + sentence));
        Assert.That(exitCode, Is.EqualTo(2));
    }

    private string Relative(string file) => Path.GetRelativePath(folder.Path, file).Replace('\\', '/');
}
