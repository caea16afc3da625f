using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Everything in a result as text, numbers to the last bit: equal texts are equal results.</summary>
public static class ResultText
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or string or bool or Enum:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
            case double or int:
                text.Append(CultureInfo.InvariantCulture, $"{value:R}\n");
                break;
            case Control control:
                text.Append(CultureInfo.InvariantCulture, $"{control.Mutation}\n");
                break;
            case IEnumerable list:
                foreach (object? item in list)
                {
                    Append(text, item);
                }

                break;
            default:
                AppendProperties(text, value);
                break;
        }
    }

    private static void AppendProperties(StringBuilder text, object value)
    {
        text.Append(CultureInfo.InvariantCulture, $"{value.GetType().Name}\n");
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{property.Name}: ");
            Append(text, property.GetValue(value));
        }
    }
}
