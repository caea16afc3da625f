using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.NonDiagonalSvd;

namespace PluginLab.Plugins.Tests.NonDiagonalSvd;

/// <summary>Runs the experiment with parameters given as JSON, on tables given by name.</summary>
internal static class SvdRuns
{
    public static IReadOnlyDictionary<string, string> Hierarchy { get; } = new Dictionary<string, string>
    {
        ["data"] = "\"semantic-hierarchy.csv\"",
        ["inputs"] = """["canary","salmon","oak","rose"]""",
        ["outputs"] = """["grow","move","fly","swim","roots","leaves","petals"]""",
        ["center"] = "false",
        ["end-time"] = "14",
    };

    public static IReadOnlyDictionary<string, string> Iris { get; } = new Dictionary<string, string>
    {
        ["data"] = "\"iris.csv\"",
        ["inputs"] = """["Sepal.Length","Sepal.Width","Petal.Length","Petal.Width"]""",
        ["outputs"] = """["setosa","versicolor","virginica"]""",
        ["end-time"] = "6",
    };

    private static readonly NonDiagonalSvdExperiment Experiment = new();

    private static readonly IIntegrator Flow = StepIntegrators.DormandPrince5(1e-9, 1e-12);

    public static ExperimentResult Run(IReadOnlyDictionary<string, string> json, ulong seed = 1, Control? control = null, IIntegrator? integrator = null) =>
        Experiment.Run(new ExperimentContext { Parameters = Parameters(json, Bundled), Integrator = integrator ?? Flow, Seed = seed, Control = control });

    /// <summary>What the constraints say of parameters, with the data taken from the given text.</summary>
    public static IReadOnlyList<string> Violations(string csv, IReadOnlyDictionary<string, string> json)
    {
        ParameterSet values = Parameters(json, path => Parse(path, csv.Split('\n')));
        return [.. Experiment.Info.Constraints.Select(constraint => constraint.FindViolation(values)).OfType<string>()];
    }

    public static Table Bundled(string name) => Parse(name, File.ReadAllLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "NonDiagonalSvd", "data", name)));

    private static ParameterSet Parameters(IReadOnlyDictionary<string, string> json, Func<string, Table> read)
    {
        Assert.That(json.Keys, Is.SubsetOf(Experiment.Info.Parameters.Select(parameter => parameter.Name)));
        return ParameterSet.Create(Experiment.Info.Parameters, parameter =>
        {
            using JsonDocument document = JsonDocument.Parse(json.GetValueOrDefault(parameter.Name, parameter.DefaultJson!));
            return parameter.Read(document.RootElement, new Files(read));
        });
    }

    private static Table Parse(string source, string[] lines) => new(
        source, lines[0].Split(','), lines.Skip(1).Select(line => line.Split(',')), Enumerable.Range(2, lines.Length - 1));

    private sealed class Files(Func<string, Table> read) : IInputFiles
    {
        public Table ReadTable(string path) => read(path);
    }
}
