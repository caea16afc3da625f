using System.Reflection.Metadata;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Compares every type and member of the contract that a plugin uses with what this host has.</summary>
internal sealed class ContractComparison(IReadOnlyDictionary<string, ContractIndex> contracts)
{
    /// <summary>What the plugin needs and the host has not, in the order of the plugin's tables, each once.</summary>
    public IReadOnlyList<Diagnosis> Compare(AssemblyImage plugin, string place)
    {
        MissingMembers missing = new(plugin, place);
        Dictionary<EntityHandle, (ContractIndex Contract, string TypeName)> used = FindUsedTypes(plugin.Metadata, missing);
        FindMissingMembers(plugin.Metadata, used, missing);
        FindMissingImplementations(plugin.Metadata, used, missing);
        return missing.Diagnoses;
    }

    private Dictionary<EntityHandle, (ContractIndex, string)> FindUsedTypes(MetadataReader reader, MissingMembers missing)
    {
        Dictionary<EntityHandle, (ContractIndex, string)> used = [];
        foreach (TypeReferenceHandle handle in reader.TypeReferences)
        {
            if (ContractOf(reader, handle) is not { } contract)
            {
                continue;
            }

            string name = SignatureText.NameOf(reader, handle);
            if (contract.HasType(name))
            {
                used[handle] = (contract, name);
            }
            else
            {
                missing.Add(contract, name);
            }
        }

        return used;
    }

    private ContractIndex? ContractOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => ContractOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => contracts.GetValueOrDefault(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            _ => null,
        };
    }

    private static void FindMissingMembers(
        MetadataReader reader, Dictionary<EntityHandle, (ContractIndex Contract, string TypeName)> used, MissingMembers missing)
    {
        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (!used.TryGetValue(GenericDefinition(reader, member.Parent), out (ContractIndex Contract, string TypeName) owner))
            {
                continue;
            }

            string name = reader.GetString(member.Name);
            string key = member.GetKind() == MemberReferenceKind.Method
                ? SignatureText.Key(name, member.DecodeMethodSignature(SignatureText.Instance, null))
                : SignatureText.Key(name, member.DecodeFieldSignature(SignatureText.Instance, null));
            if (!owner.Contract.HasMember(owner.TypeName, name, key))
            {
                missing.Add(owner.Contract, $"{owner.TypeName}.{Readable(name, key)}");
            }
        }
    }

    private static void FindMissingImplementations(
        MetadataReader reader, Dictionary<EntityHandle, (ContractIndex Contract, string TypeName)> used, MissingMembers missing)
    {
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if (!type.BaseType.IsNil && type.GetInterfaceImplementations().Count > 0 && ImplementedMembers.Of(reader, type) is { } implemented)
            {
                foreach ((ContractIndex contract, string name) in Contracts(reader, type, used))
                {
                    foreach ((string member, string key) in contract.AbstractMembers(name).Where(member => !implemented.Contains(member.Name)))
                    {
                        missing.AddImplementation(contract, $"{name}.{Readable(member, key)}", SignatureText.NameOf(reader, handle));
                    }
                }
            }
        }
    }

    private static IEnumerable<(ContractIndex Contract, string TypeName)> Contracts(
        MetadataReader reader, TypeDefinition type, Dictionary<EntityHandle, (ContractIndex Contract, string TypeName)> used)
    {
        foreach (InterfaceImplementation implementation in type.GetInterfaceImplementations().Select(reader.GetInterfaceImplementation))
        {
            if (used.TryGetValue(GenericDefinition(reader, implementation.Interface), out (ContractIndex, string) contract))
            {
                yield return contract;
            }
        }
    }

    /// <summary>The type itself, or the generic type of which a specification is an instance.</summary>
    private static EntityHandle GenericDefinition(MetadataReader reader, EntityHandle handle)
    {
        if (handle.Kind != HandleKind.TypeSpecification)
        {
            return handle;
        }

        BlobReader blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        blob.ReadCompressedInteger();
        return blob.ReadTypeHandle();
    }

    private static string Readable(string name, string key)
    {
        bool isAccessor = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
        int parameters = key.IndexOf('(', StringComparison.Ordinal);
        return isAccessor ? name[4..]
            : parameters < 0 ? name
            : name == ".ctor" ? $"new{key[parameters..]}"
            : $"{name}{key[parameters..]}";
    }
}
