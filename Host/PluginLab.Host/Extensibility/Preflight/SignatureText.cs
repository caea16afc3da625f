using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Writes signatures as text that is the same for a definition in one assembly and a reference in another.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    private SignatureText()
    {
    }

    /// <summary>The only instance.</summary>
    public static SignatureText Instance { get; } = new();

    /// <summary>A member as a key: name, kind, generic arity, types.</summary>
    public static string Key(string name, MethodSignature<string> signature)
    {
        string arity = signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "";
        string kind = signature.Header.IsInstance ? "instance" : "static";
        return $"{kind} {signature.ReturnType} {name}{arity}({string.Join(", ", signature.ParameterTypes)})";
    }

    /// <summary>A field as a key.</summary>
    public static string Key(string name, string fieldType) => $"field {fieldType} {name}";

    /// <summary>Full name of a type that the assembly defines, with '+' between a nested type and its outer one.</summary>
    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(reader, outer)}+{name}" : Qualified(reader.GetString(type.Namespace), name);
    }

    /// <summary>Full name of a type that the assembly refers to.</summary>
    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : Qualified(reader.GetString(type.Namespace), name);
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => isRequired ? $"{modifier} {unmodifiedType}" : unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Key("*", signature);

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
