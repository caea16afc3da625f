using System.Reflection.Metadata;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Which members a class implements.</summary>
internal static class ImplementedMembers
{
    /// <summary>
    /// Names of the methods that a class and its base classes in the same assembly define or implement explicitly; null if a base class
    /// of another assembly could implement any.
    /// </summary>
    public static HashSet<string>? Of(MetadataReader reader, TypeDefinition type)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        while (true)
        {
            names.UnionWith(type.GetMethods().Select(method => reader.GetString(reader.GetMethodDefinition(method).Name)));
            foreach (MethodImplementation implementation in type.GetMethodImplementations().Select(reader.GetMethodImplementation))
            {
                if (implementation.MethodDeclaration.Kind == HandleKind.MemberReference)
                {
                    names.Add(reader.GetString(reader.GetMemberReference((MemberReferenceHandle)implementation.MethodDeclaration).Name));
                }
            }

            if (type.BaseType.Kind != HandleKind.TypeDefinition)
            {
                return IsRoot(reader, type.BaseType) ? names : null;
            }

            type = reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType);
        }
    }

    private static bool IsRoot(MetadataReader reader, EntityHandle baseType) =>
        baseType.Kind == HandleKind.TypeReference
        && SignatureText.NameOf(reader, (TypeReferenceHandle)baseType) is "System.Object" or "System.ValueType";
}
