using System.Reflection;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility.Preflight;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>Loads each plugin into a context of its own: find, inspect, copy, load, create the entry point, read its catalog.</summary>
/// <param name="activator">Creates entry points.</param>
/// <param name="shadows">Where plugins are copied to before they are loaded.</param>
/// <param name="builtIn">What the host brings along itself; it is offered like any other plugin.</param>
internal sealed class PluginLoader(PluginActivator activator, ShadowStore shadows, BuiltInPlugin builtIn) : IPluginLoader
{
    private readonly PluginInspector inspector = new();

    /// <inheritdoc/>
    public PluginLoadReport Load(IReadOnlyList<PluginFolder> folders)
    {
        RegistryBuilder registry = new();
        List<Diagnosis> diagnoses = [];
        List<LoadedPlugin> plugins = [];
        PluginUnit own = BuiltInPlugin.Unit;
        diagnoses.AddRange(registry.Add(Read(builtIn, own, diagnoses)!, own.AssemblyPath));
        foreach (PluginFolder folder in folders)
        {
            (IReadOnlyList<PluginUnit> units, IReadOnlyList<Diagnosis> faults) = FindReadable(folder);
            diagnoses.AddRange(faults);
            foreach (PluginUnit unit in units)
            {
                if (LoadReadable(unit, registry, diagnoses) is { } plugin)
                {
                    plugins.Add(plugin);
                }
            }
        }

        return new(registry.Build(), diagnoses) { Plugins = plugins };
    }

    private static (IReadOnlyList<PluginUnit> Units, IReadOnlyList<Diagnosis> Diagnoses) FindReadable(PluginFolder folder)
    {
        try
        {
            return FolderCatalog.Find(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], [LoadDiagnoses.Unreadable(folder.Path, exception.Message)]);
        }
    }

    private LoadedPlugin? LoadReadable(PluginUnit unit, RegistryBuilder registry, List<Diagnosis> diagnoses)
    {
        try
        {
            return Load(unit, registry, diagnoses);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnoses.Add(LoadDiagnoses.Unreadable(unit.AssemblyPath, exception.Message));
            return null;
        }
    }

    private LoadedPlugin? Load(PluginUnit unit, RegistryBuilder registry, List<Diagnosis> diagnoses)
    {
        // The bundled plugins are built and tested with this host: nothing of them can be missing.
        IReadOnlyList<Diagnosis> findings = unit.IsBundled ? [] : inspector.Inspect(unit.AssemblyPath);
        diagnoses.AddRange(findings);
        if (findings.Any(finding => finding.IsError))
        {
            return null;
        }

        (string? typeName, Diagnosis? fault) = FindEntryPoint(unit.AssemblyPath);
        if (typeName is null)
        {
            diagnoses.Add(fault!);
            return null;
        }

        (LoadedPlugin? plugin, PluginFault? failure) = LoadAssembly(unit);
        if (plugin is null)
        {
            diagnoses.Add(failure!.ToDiagnosis(unit.AssemblyPath, unit.Name));
            return null;
        }

        PluginOffer? offer = Activate(plugin.Assembly, typeName, unit, diagnoses);
        diagnoses.AddRange(offer is null ? [] : registry.Add(offer, unit.AssemblyPath));
        return offer is null ? null : plugin;
    }

    private static (string? TypeName, Diagnosis? Fault) FindEntryPoint(string assemblyPath)
    {
        (AssemblyImage? file, Diagnosis? fault) = AssemblyImage.Open(assemblyPath);
        using (file)
        {
            return file is null ? (null, fault) : EntryPoint.Find(file);
        }
    }

    private (LoadedPlugin? Plugin, PluginFault? Fault) LoadAssembly(PluginUnit unit)
    {
        (string folder, Lazy<string> hash) = (unit.Folder, new Lazy<string>(() => ContentHash.Of(unit.Folder, ContentHash.FilesOf(unit.Folder))));
        if (!unit.IsBundled)
        {
            (folder, string copied) = shadows.Copy(unit.Folder);
            hash = new(copied);
        }

        string path = Path.Combine(folder, Path.GetFileName(unit.AssemblyPath));
        PluginLoadContext context = new(unit.Name, path, DisplayPath.Of(unit.Folder));
        return PluginCode.Run(() => new LoadedPlugin(unit.Name, unit.AssemblyPath, context.LoadFromAssemblyPath(path), unit.IsBundled, hash));
    }

    private PluginOffer? Activate(Assembly assembly, string typeName, PluginUnit unit, List<Diagnosis> diagnoses)
    {
        (Type? type, PluginFault? fault) = PluginCode.Run(() => assembly.GetType(typeName, throwOnError: true)!);
        if (type is null)
        {
            diagnoses.Add(fault!.ToDiagnosis(unit.AssemblyPath, typeName));
            return null;
        }

        (IPlugin? plugin, Diagnosis? failure) = activator.Create(type, unit);
        if (plugin is null)
        {
            diagnoses.Add(failure!);
            return null;
        }

        return Read(plugin, unit, diagnoses);
    }

    private static PluginOffer? Read(IPlugin plugin, PluginUnit unit, List<Diagnosis> diagnoses)
    {
        CatalogReader reader = new(unit);
        PluginOffer? offer = reader.Read(plugin);
        diagnoses.AddRange(reader.Diagnoses);
        return offer;
    }
}
