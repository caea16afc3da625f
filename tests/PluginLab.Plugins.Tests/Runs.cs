using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests;

/// <summary>Runs an experiment as a manifest would: parameters as JSON, defaults for the others.</summary>
internal static class Runs
{
    public static ExperimentResult Of(IExperiment experiment, IIntegrator integrator, params (string Name, string Json)[] given) =>
        Of(experiment, integrator, 0, given);

    public static ExperimentResult Of(IExperiment experiment, IIntegrator integrator, ulong seed, params (string Name, string Json)[] given) =>
        Of(experiment, integrator, seed, null, given);

    public static ExperimentResult Of(IExperiment experiment, IIntegrator integrator, ulong seed, Control? control, params (string Name, string Json)[] given) =>
        experiment.Run(new ExperimentContext { Parameters = Read(experiment, given), Integrator = integrator, Seed = seed, Control = control });

    public static IEnumerable<string> Violations(IExperiment experiment, params (string Name, string Json)[] given)
    {
        ParameterSet values = Read(experiment, given);
        return experiment.Info.Constraints.Select(constraint => constraint.FindViolation(values)).OfType<string>();
    }

    public static Claim Claim(ExperimentResult result, string id) => result.Claims.Single(claim => claim.Id == id);

    public static double Metric(ExperimentResult result, string name) => result.Metrics.Single(metric => metric.Name == name).Value;

    public static IEnumerable<double> Metrics(ExperimentResult result) => result.Metrics.Select(metric => metric.Value);

    private static ParameterSet Read(IExperiment experiment, (string Name, string Json)[] given) =>
        ParameterSet.Create(experiment.Info.Parameters, parameter =>
        {
            string json = given.FirstOrDefault(pair => pair.Name == parameter.Name).Json ?? parameter.DefaultJson!;
            using JsonDocument document = JsonDocument.Parse(json);
            return parameter.Read(document.RootElement, NoFiles.Instance);
        });

    private sealed class NoFiles : IInputFiles
    {
        public static NoFiles Instance { get; } = new();

        public Table ReadTable(string path) => throw new FormatException($"These tests bring no file '{path}'.");
    }
}
