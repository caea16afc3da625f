using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Tests.Planning;

/// <summary>What becomes of the text of a manifest.</summary>
internal sealed record Planned(RunPlan Plan, IReadOnlyList<string> Errors)
{
    /// <summary>Plans a manifest in a folder with the given other files.</summary>
    public static Planned From(string manifest, PlanOptions? options = null, params (string Name, string Text)[] files)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("experiments.json", manifest);
        foreach ((string name, string text) in files)
        {
            folder.Write(name, text);
        }

        DiagnosisCollector diagnoses = new();
        Manifest read = ManifestReader.Read(path, diagnoses);
        RunPlan plan = Planner.Plan(read, Samples.Report, new CsvTableReader(folder.Path), options ?? new PlanOptions(), diagnoses);
        return new Planned(plan, [.. diagnoses.Diagnoses.Select(diagnosis => diagnosis.ToString().Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))]);
    }

    /// <summary>Plans a manifest with one run of the sample experiment.</summary>
    public static Planned WithParameters(string parameters, params (string Name, string Text)[] files) =>
        From($$"""{ "version": 1, "runs": [{ "name": "one", "experiment": "sample", "parameters": {{parameters}} }] }""", null, files);

    /// <summary>An option <c>--set run.parameter=value</c>.</summary>
    public static ParameterOverride Set(string run, string parameter, string value) =>
        new(run, GivenValue.OfText(parameter, value, Place.OfOption($"--set {run}.{parameter}={value}")));
}
