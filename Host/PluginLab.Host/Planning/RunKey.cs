using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Figures;
using PluginLab.Host.Storage;
using PluginLab.Numerics.Fitting;
using PluginLab.Rendering;

namespace PluginLab.Host.Planning;

/// <summary>Says of a run by one number what all it depends on: equal keys, equal results.</summary>
/// <param name="plugins">The loaded plugins.</param>
/// <param name="folder">The folder of the manifest, in which tables are found.</param>
internal sealed class RunKey(IReadOnlyList<LoadedPlugin> plugins, string folder)
{
    // Builds are deterministic: the id of a module is a hash of all that it was made of. The packages are in the list of dependencies.
    private static readonly Lazy<string[]> Shared = new(() =>
    [
        .. new[] { typeof(RunKey), typeof(IExperiment), typeof(LinearFit), typeof(SvgRenderer) }.Select(type => type.Module.ModuleVersionId.ToString("N")),
        HashOf(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "pluginlab.deps.json"))),
    ]);

    /// <summary>The key: SHA-256 as 64 lower-case hexadecimal digits.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isFullyChecked">Whether it is carried out again with other integrators, which any plugin may bring.</param>
    public string Of(PlannedRun run, bool isFullyChecked = false)
    {
        List<string?> parts =
        [
            .. Shared.Value,
            run.Name,
            run.Command,
            .. isFullyChecked ? plugins.Select(plugin => plugin.ContentHash) : [],
            run.Experiment.Id,
            HashOfPlugin(run.Experiment.Plugin),
            .. Values(run.Parameters),
            .. Parts(run.Integrator),
            .. run.Renderer is null ? [null] : Parts(run.Renderer),
            JsonSerializer.Serialize(run.Style, FigureJson.Options),
            $"{run.Seed}",
            $"{run.CoarsensOwnIntegrators}",
        ];
        return HashOf(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts)));
    }

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The hash of the plugin of that name, or of all of them: several folders may hold a DLL of one name.</summary>
    private string HashOfPlugin(string plugin) => string.Join(' ', plugins.Where(candidate => candidate.Name == plugin).Select(candidate => candidate.ContentHash));

    private IEnumerable<string?> Parts<T>(Configured<T> component) =>
        [component.Component.Id, HashOfPlugin(component.Component.Plugin), .. Values(component.Parameters)];

    private IEnumerable<string> Values(ParameterSet values) =>
        values.Declared.SelectMany(parameter => new[] { parameter.Name, values.Json(parameter) }.Concat(FileOf(parameter, values)));

    private IEnumerable<string> FileOf(Parameter parameter, ParameterSet values) =>
        parameter is Parameter<Table> table && values.Get(table) is { IsEmpty: false } read
            ? [HashOf(InputBytes.Read(Path.GetFullPath(read.Source, folder)))]
            : [];
}
