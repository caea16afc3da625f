using System.Reflection.Metadata;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Looks at a plugin's DLL before any of its code runs, and says all that would keep it from working.</summary>
internal sealed class PluginInspector
{
    private const string CoreLibraryFile = "System.Private.CoreLib.dll";

    private readonly Lazy<IReadOnlyDictionary<string, ContractIndex>> contracts = new(
        () => SharedAssemblies.ContractPaths.Select(ContractIndex.Read).ToDictionary(contract => contract.Name, StringComparer.Ordinal));

    /// <summary>What is wrong or worth knowing; loading makes sense if no error is among it.</summary>
    public IReadOnlyList<Diagnosis> Inspect(string assemblyPath)
    {
        (AssemblyImage? file, Diagnosis? fault) = AssemblyImage.Open(assemblyPath);
        if (file is null)
        {
            return [fault!];
        }

        using (file)
        {
            return file.Read<IReadOnlyList<Diagnosis>>(() => Inspect(file), damaged => [damaged]);
        }
    }

    private List<Diagnosis> Inspect(AssemblyImage file) =>
        file.FindReference(SharedAssemblies.Abstractions) is null ? [LoadDiagnoses.NotOurs(file.Path)]
        : TargetPlatform.FindMisfit(file) is { } misfit ? [LoadDiagnoses.WrongPlatform(file.Path, misfit)]
        : DependencyList.FindUnreadableLine(file.Path) is { } line ? [LoadDiagnoses.UnreadableDependencies(DependencyList.PathFor(file.Path), line)]
        : InspectReferences(file);

    private List<Diagnosis> InspectReferences(AssemblyImage file)
    {
        string folder = Path.GetDirectoryName(file.Path)!;
        ContractComparison comparison = new(contracts.Value);
        List<Diagnosis> diagnoses = [.. comparison.Compare(file, file.Path), .. DependencyCheck.Check(file, file.Path, folder)];
        foreach (AssemblyReference reference in file.References)
        {
            string path = Path.Combine(folder, $"{file.Metadata.GetString(reference.Name)}.dll");
            if (File.Exists(path) && !SharedAssemblies.IsShared(Path.GetFileNameWithoutExtension(path)))
            {
                diagnoses.AddRange(InspectLibrary(path, comparison));
            }
        }

        bool isUsable = diagnoses.Count == 0;
        return [.. diagnoses, .. isUsable ? NewerContracts(file) : [], .. OwnContracts(folder)];
    }

    /// <summary>A private library that is itself built against the contract must fit it too.</summary>
    private static IReadOnlyList<Diagnosis> InspectLibrary(string path, ContractComparison comparison)
    {
        (AssemblyImage? library, Diagnosis? fault) = AssemblyImage.Open(path);
        using (library)
        {
            return library is null ? [fault!]
                : library.FindReference(SharedAssemblies.Abstractions) is null ? []
                : comparison.Compare(library, path);
        }
    }

    private IEnumerable<Diagnosis> NewerContracts(AssemblyImage file) =>
        from contract in contracts.Value.Values
        let reference = file.FindReference(contract.Name)
        where reference is { } known && known.Version > contract.Version
        select LoadDiagnoses.NewerContract(file.Path, contract.Name, reference.Value.Version, contract.Version);

    private static IEnumerable<Diagnosis> OwnContracts(string folder)
    {
        IEnumerable<Diagnosis> contracts = SharedAssemblies.ContractPaths
            .Where(path => File.Exists(Path.Combine(folder, Path.GetFileName(path))))
            .Select(path => LoadDiagnoses.OwnContract(folder, Path.GetFileNameWithoutExtension(path)));
        return File.Exists(Path.Combine(folder, CoreLibraryFile)) ? contracts.Append(LoadDiagnoses.OwnFramework(folder)) : contracts;
    }
}
