using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PluginLab.Architecture.Tests;

/// <summary>Writes the public surface of an assembly, a line for each type and member, without what the compiler adds to records.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(byte)] = "byte",
        [typeof(uint)] = "uint",
    };

    /// <summary>The lines, in ordinal order.</summary>
    public static IEnumerable<string> Lines(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(type => Members(type).Prepend($"{Name(type, isQualified: true)} : {Kind(type)}")).Order(StringComparer.Ordinal);

    private static string Kind(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class" : "class";
        IEnumerable<Type> bases = type.IsEnum || typeof(Delegate).IsAssignableFrom(type) ? [] : type.GetInterfaces()
            .Where(face => face.IsVisible && face.Namespace?.StartsWith("PluginLab", StringComparison.Ordinal) == true)
            .OrderBy(face => face.FullName, StringComparer.Ordinal);
        IEnumerable<Type> parents = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && type.IsClass && kind != "delegate" ? [parent, .. bases] : bases;
        return parents.Any() ? $"{kind}, {string.Join(", ", parents.Select(parent => Name(parent, isQualified: false)))}" : kind;
    }

    private static IEnumerable<string> Members(Type type)
    {
        string prefix = Name(type, isQualified: true) + ".";
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{prefix}{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [prefix + Signature(type.GetMethod("Invoke")!)];
        }

        return type.GetMembers(Declared).Where(member => IsVisible(member) && !IsGenerated(member)).Select(member => prefix + Describe(member));
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && (!method.IsSpecialName || method is ConstructorInfo),
        PropertyInfo property => property.GetMethod?.IsPublic == true,
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static bool IsGenerated(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
        || member.Name is "Deconstruct" or "EqualityContract" or "PrintMembers" or ".cctor"
        || (member is MethodInfo method && method.GetBaseDefinition().DeclaringType == typeof(object))
        || (member is ConstructorInfo constructor && constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType);

    private static string Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"ctor({Parameters(constructor)})",
        MethodInfo method => Signature(method) + (method.IsStatic ? " [static]" : ""),
        PropertyInfo property => Describe(property),
        FieldInfo field => $"{field.Name} : {Name(field.FieldType, isQualified: false)} [{(field.IsLiteral ? "const" : "static")}]",
        _ => member.ToString()!,
    };

    private static string Describe(PropertyInfo property)
    {
        string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Describe))}]" : "";
        string modifiers = (property.GetMethod!.IsStatic ? " [static]" : "") + (property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : " [required]");
        string setter = property.SetMethod is not { IsPublic: true } set ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return $"{property.Name}{index} : {Name(property.PropertyType, isQualified: false)} {{ get;{setter} }}{modifiers}";
    }

    private static string Signature(MethodInfo method)
    {
        string generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{method.Name}{generics}({Parameters(method)}) : {Name(method.ReturnType, isQualified: false)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter)
    {
        string value = parameter.HasDefaultValue ? $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)}" : "";
        return $"{Name(parameter.ParameterType, isQualified: false)} {parameter.Name}{value}";
    }

    private static string Name(Type type, bool isQualified)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!, isQualified) + "[]";
        }

        string plain = type.Name.Split('`')[0];
        string outer = type.IsGenericParameter ? ""
            : type.DeclaringType is { } declaring ? Name(declaring, isQualified) + "."
            : isQualified ? type.Namespace + "." : "";
        string generics = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => Name(argument, isQualified: false)))}>" : "";
        return outer + plain + generics;
    }
}
