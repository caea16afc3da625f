using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility.Preflight;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>Finds the one public class that implements <see cref="IPlugin"/>, from metadata alone.</summary>
internal static class EntryPoint
{
    private static readonly string ContractName = typeof(IPlugin).FullName!;

    /// <summary>The full name of the entry point, or why there is none.</summary>
    public static (string? TypeName, Diagnosis? Fault) Find(AssemblyImage file) => file.Read(() => FindIn(file), damaged => (null, damaged));

    private static (string? TypeName, Diagnosis? Fault) FindIn(AssemblyImage file)
    {
        MetadataReader reader = file.Metadata;
        IReadOnlyList<TypeDefinitionHandle> candidates = FindCandidates(reader);
        string[] fit = [.. candidates.Where(handle => FindFault(reader, handle) is null).Select(handle => SignatureText.NameOf(reader, handle))];
        return fit.Length == 1 ? (fit[0], null)
            : fit.Length > 1 ? (null, LoadDiagnoses.SeveralEntryPoints(file.Path, fit))
            : candidates.Count == 0 ? (null, LoadDiagnoses.NoEntryPoint(file.Path))
            : (null, Unfit(file, candidates[0]));
    }

    /// <summary>All classes that implement the contract, fit to be the entry point or not.</summary>
    public static IReadOnlyList<TypeDefinitionHandle> FindCandidates(MetadataReader reader) =>
        [.. reader.TypeDefinitions.Where(handle => IsClass(reader, handle) && Implements(reader, handle))];

    private static bool IsClass(MetadataReader reader, TypeDefinitionHandle handle) =>
        !reader.GetTypeDefinition(handle).Attributes.HasFlag(TypeAttributes.Interface);

    private static bool Implements(MetadataReader reader, TypeDefinitionHandle handle)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.GetInterfaceImplementations().Any(implementation => IsContract(reader, reader.GetInterfaceImplementation(implementation).Interface))
            || (type.BaseType is { IsNil: false, Kind: HandleKind.TypeDefinition } && Implements(reader, (TypeDefinitionHandle)type.BaseType));
    }

    private static bool IsContract(MetadataReader reader, EntityHandle handle) =>
        handle.Kind == HandleKind.TypeReference && SignatureText.NameOf(reader, (TypeReferenceHandle)handle) == ContractName;

    private static Diagnosis Unfit(AssemblyImage file, TypeDefinitionHandle handle)
    {
        (string fault, string remedy) = FindFault(file.Metadata, handle)!.Value;
        return LoadDiagnoses.UnfitEntryPoint(file.Path, SignatureText.NameOf(file.Metadata, handle), fault, remedy);
    }

    private static (string Fault, string Remedy)? FindFault(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.Attributes.HasFlag(TypeAttributes.Abstract) ? ("abstract", "add a sealed class that derives from it")
            : type.GetGenericParameters().Count > 0 ? ("generic", "remove its type parameters")
            : !IsPublic(reader, type) ? ("not public", "make it public")
            : null;
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };
}
