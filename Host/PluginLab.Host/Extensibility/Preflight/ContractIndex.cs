using System.Reflection;
using System.Reflection.Metadata;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>The types and members of an assembly that a plugin uses: a contract as this host has it, or a library in the plugin's folder.</summary>
internal sealed class ContractIndex
{
    private static readonly HashSet<string> MembersOfObject = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", ".ctor"];
    private readonly Dictionary<string, ContractType> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> forwarded;

    private ContractIndex(AssemblyImage file)
    {
        (Name, Version) = (file.Name, file.Version);
        foreach (TypeDefinitionHandle handle in file.Metadata.TypeDefinitions)
        {
            types[SignatureText.NameOf(file.Metadata, handle)] = new ContractType(file.Metadata, handle);
        }

        forwarded = [.. file.Metadata.ExportedTypes.Select(handle => NameOfForwarded(file.Metadata, handle))];
    }

    /// <summary>Simple name of the assembly.</summary>
    public string Name { get; }

    /// <summary>Its version.</summary>
    public Version Version { get; }

    /// <summary>Whether it is a library in the plugin's folder.</summary>
    public bool IsPrivate { get; private init; }

    /// <summary>Reads a contract assembly of this host.</summary>
    public static ContractIndex Read(string path)
    {
        (AssemblyImage? file, Diagnosis? fault) = AssemblyImage.Open(path);
        using (file)
        {
            return new ContractIndex(file ?? throw new InvalidOperationException(fault!.ToString()));
        }
    }

    /// <summary>Reads a library in a plugin's folder; null if it is none.</summary>
    public static ContractIndex? ReadLibrary(string path)
    {
        (AssemblyImage? file, _) = AssemblyImage.Open(path);
        using (file)
        {
            return file is null ? null : new ContractIndex(file) { IsPrivate = true };
        }
    }

    /// <summary>Whether the assembly has such a type, or says where it is now.</summary>
    public bool HasType(string name) => types.ContainsKey(name) || forwarded.Contains(name);

    /// <summary>Whether a type of the assembly has such a member, its own or inherited.</summary>
    public bool HasMember(string typeName, string memberName, string key)
    {
        string? current = typeName;
        while (current is not null && types.TryGetValue(current, out ContractType? type))
        {
            if (type.Members.Contains(key))
            {
                return true;
            }

            current = type.BaseName;
        }

        // A base class of the framework other than Object could have any member: the runtime will tell.
        return current is null or "System.Object" ? MembersOfObject.Contains(memberName) : current is not ("System.ValueType" or "System.Enum") || MembersOfObject.Contains(memberName);
    }

    /// <summary>The members without a body of an interface: name and key of each; empty for any other type.</summary>
    public IReadOnlyList<(string Name, string Key)> AbstractMembers(string interfaceName) =>
        types.TryGetValue(interfaceName, out ContractType? type) ? type.AbstractInterfaceMembers : [];

    private static string NameOfForwarded(MetadataReader reader, ExportedTypeHandle handle)
    {
        ExportedType type = reader.GetExportedType(handle);
        string name = reader.GetString(type.Name);
        string space = reader.GetString(type.Namespace);
        return type.Implementation.Kind == HandleKind.ExportedType ? $"{NameOfForwarded(reader, (ExportedTypeHandle)type.Implementation)}+{name}"
            : space.Length == 0 ? name
            : $"{space}.{name}";
    }

    private sealed class ContractType
    {
        public ContractType(MetadataReader reader, TypeDefinitionHandle handle)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            bool isInterface = type.Attributes.HasFlag(TypeAttributes.Interface);
            List<(string Name, string Key)> abstractMembers = [];
            foreach (MethodDefinition method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                string name = reader.GetString(method.Name);
                string key = SignatureText.Key(name, method.DecodeSignature(SignatureText.Instance, null));
                Members.Add(key);
                if (isInterface && method.Attributes.HasFlag(MethodAttributes.Abstract))
                {
                    abstractMembers.Add((name, key));
                }
            }

            foreach (FieldDefinition field in type.GetFields().Select(reader.GetFieldDefinition))
            {
                Members.Add(SignatureText.Key(reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, null)));
            }

            AbstractInterfaceMembers = abstractMembers;
            BaseName = NameOfBase(reader, type.BaseType);
        }

        public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<(string Name, string Key)> AbstractInterfaceMembers { get; }

        public string? BaseName { get; }

        private static string? NameOfBase(MetadataReader reader, EntityHandle handle) => handle.Kind switch
        {
            _ when handle.IsNil => null,
            HandleKind.TypeDefinition => SignatureText.NameOf(reader, (TypeDefinitionHandle)handle),
            HandleKind.TypeReference => SignatureText.NameOf(reader, (TypeReferenceHandle)handle),
            _ => GenericDefinition(reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(SignatureText.Instance, null)),
        };

        private static string GenericDefinition(string instantiation) => instantiation.Split('<')[0];
    }
}
