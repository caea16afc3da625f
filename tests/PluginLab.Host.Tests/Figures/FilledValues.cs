using System.Collections;
using System.Reflection;
using PluginLab.Experiments;

namespace PluginLab.Host.Tests.Figures;

/// <summary>Makes values of any type of the figure model with every property set to something that is not its default; controls, which are functions, are left out.</summary>
internal static class FilledValues
{
    /// <summary>A value with all of its properties filled.</summary>
    public static object Of(Type type)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        return target == typeof(double) ? 0.1
            : target == typeof(int) ? 3
            : target == typeof(bool) ? true
            : target == typeof(string) ? "speed $v_1$ <é> \"\\\\\""
            : target == typeof(IReadOnlyList<double>) ? new[] { 1, 0.1, 1e-300, 12345678901234567890, double.NaN, double.PositiveInfinity, double.NegativeInfinity }
            : target.IsEnum ? Enum.GetValues(target).GetValue(Enum.GetValues(target).Length - 1)!
            : ItemTypeOf(target) is { } item ? ListOf(item)
            : Filled(target);
    }

    /// <summary>Everything that a value holds, with where it lies.</summary>
    public static IEnumerable<string> Contents(object? value, string path = "")
    {
        if (value is null or string or Enum || value.GetType().IsPrimitive)
        {
            return [FormattableString.Invariant($"{path} = {value}")];
        }

        return value is IEnumerable list
            ? list.Cast<object?>().SelectMany((item, i) => Contents(item, $"{path}[{i}]"))
            : Properties(value.GetType()).SelectMany(property => Contents(property.GetValue(value), $"{path}/{value.GetType().Name}.{property.Name}"));
    }

    private static Type? ItemTypeOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static Array ListOf(Type item)
    {
        object[] items = item is { IsAbstract: true, IsInterface: false }
            ? [.. item.Assembly.GetTypes().Where(type => type.IsSubclassOf(item) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal).Select(Of)]
            : [Of(item), Of(item)];
        Array list = Array.CreateInstance(item, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    private static object Filled(Type type)
    {
        object filled = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in Properties(type).Where(property => property.PropertyType != typeof(Control)))
        {
            property.SetValue(filled, Of(property.PropertyType));
        }

        return filled;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);
}
