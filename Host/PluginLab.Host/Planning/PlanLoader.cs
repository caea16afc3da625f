using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Planning;

/// <summary>Reads a manifest, loads the plugins that it can use, and makes the plan.</summary>
internal sealed class PlanLoader(IPluginLoader plugins)
{
    /// <summary>Makes the plan with everything that is wrong.</summary>
    /// <param name="manifestPath">The manifest.</param>
    /// <param name="pluginFolders">Folders with plugins that the command line names, relative to the current one.</param>
    /// <param name="options">What the command line says besides.</param>
    public LoadedPlan Load(string manifestPath, IEnumerable<string> pluginFolders, PlanOptions options)
    {
        DiagnosisCollector diagnoses = new();
        Manifest manifest = ManifestReader.Read(manifestPath, diagnoses);
        IEnumerable<string> named = manifest.Plugins.Concat(pluginFolders.Select(Path.GetFullPath));
        PluginLoadReport report = plugins.Load(PluginSearch.Find(manifest.Folder, named));
        RunPlan plan = Planner.Plan(manifest, report, new CsvTableReader(manifest.Folder), options, diagnoses);
        return new LoadedPlan(plan, report, diagnoses);
    }
}

/// <summary>A plan with what is wrong; it may be run only where nothing of the manifest is.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Plugins">What came of loading plugins.</param>
/// <param name="Diagnoses">What is wrong with the manifest and the command line.</param>
internal sealed record LoadedPlan(RunPlan Plan, PluginLoadReport Plugins, DiagnosisCollector Diagnoses)
{
    /// <summary>Whether a plugin folder did not load.</summary>
    public bool HasPluginErrors => Plugins.Diagnoses.Any(diagnosis => diagnosis.IsError);
}
