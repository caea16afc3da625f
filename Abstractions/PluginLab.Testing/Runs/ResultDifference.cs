using System.Collections;
using System.Reflection;
using PluginLab.Experiments;

namespace PluginLab.Testing.Runs;

/// <summary>Compares what two runs found, value by value; functions, such as the mutation of a control, are left out.</summary>
internal static class ResultDifference
{
    /// <summary>The place of the first difference, such as <c>Metrics[0].Value: 1 and 2</c>; null if there is none.</summary>
    public static string? Find(ExperimentResult first, ExperimentResult second)
    {
        using IEnumerator<string> left = Lines("", first).GetEnumerator();
        using IEnumerator<string> right = Lines("", second).GetEnumerator();
        while (true)
        {
            bool hasLeft = left.MoveNext();
            bool hasRight = right.MoveNext();
            if (!hasLeft && !hasRight)
            {
                return null;
            }

            if (!hasLeft || !hasRight || left.Current != right.Current)
            {
                return $"{(hasLeft ? left.Current : "the end")} and {(hasRight ? right.Current : "the end")}";
            }
        }
    }

    private static IEnumerable<string> Lines(string path, object? value) => value switch
    {
        null or Delegate => [],
        double number => [$"{path} = {NumberText.Of(number)}"],
        Matrix matrix => Lines(path, matrix.Values.ToArray()),
        string or ValueType { } when value is string || value.GetType().IsPrimitive || value.GetType().IsEnum => [$"{path} = {value}"],
        IEnumerable list => list.Cast<object?>().SelectMany((item, index) => Lines($"{path}[{index}]", item)),
        _ => Properties(value).SelectMany(property => Lines(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.GetValue(value))),
    };

    private static IEnumerable<PropertyInfo> Properties(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
        .OrderBy(property => property.Name, StringComparer.Ordinal);
}
