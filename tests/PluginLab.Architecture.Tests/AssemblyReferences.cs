using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginLab.Architecture.Tests;

/// <summary>What an assembly file refers to, read from its metadata without loading it.</summary>
internal sealed record AssemblyReferences(IReadOnlyList<string> Assemblies, IReadOnlyList<TypeUse> Types, IReadOnlyList<string> Members)
{
    /// <summary>Reads the references of a file.</summary>
    public static AssemblyReferences Of(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using PEReader image = new(stream);
        MetadataReader metadata = image.GetMetadataReader();
        return new(
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal)],
            [.. metadata.TypeReferences.Select(handle => Use(metadata, handle))],
            [.. metadata.MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{Use(metadata, (TypeReferenceHandle)member.Parent).FullName}.{metadata.GetString(member.Name)}")]);
    }

    private static TypeUse Use(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                TypeUse outer = Use(metadata, (TypeReferenceHandle)type.ResolutionScope);
                return outer with { Name = $"{outer.Name}.{name}" };
            case HandleKind.AssemblyReference:
                AssemblyReference assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                return new(metadata.GetString(assembly.Name), metadata.GetString(type.Namespace), name);
            default:
                return new("", metadata.GetString(type.Namespace), name);
        }
    }
}

/// <summary>A type of another assembly that is used.</summary>
internal sealed record TypeUse(string Assembly, string Namespace, string Name)
{
    public string FullName => $"{Namespace}.{Name}";
}
