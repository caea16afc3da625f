using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Raster;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what is wrong with numbers, limits, texts and colour scales, of whatever mark they are.</summary>
internal static class ValueChecks
{
    /// <summary>Adds a sentence if limits are no interval that an axis can show.</summary>
    public static void CheckLimits(Limits limits, AxisScale scale, string subject, List<string> problems)
    {
        if (!double.IsFinite(limits.Lower) || !double.IsFinite(limits.Upper) || limits.Lower >= limits.Upper)
        {
            problems.Add($"{subject} runs from {NumberText.Of(limits.Lower)} to {NumberText.Of(limits.Upper)}; limits must be finite, the lower below the upper.");
        }
        else if (scale == AxisScale.Logarithmic && limits.Lower <= 0)
        {
            problems.Add($"{subject} is logarithmic and begins at {NumberText.Of(limits.Lower)}; its lower limit must be positive.");
        }
    }

    /// <summary>Adds a sentence for each problem of a colour scale.</summary>
    public static void CheckScale(Mark mark, ColorScale scale, List<string> problems)
    {
        CheckText(scale.Label, mark, problems);
        if (scale.Limits is { } limits)
        {
            CheckLimits(limits, scale.Norm, $"The colour scale of mark '{mark.Id}'", problems);
        }

        bool isCenter = double.IsFinite(scale.Center) && (scale.Norm != AxisScale.Logarithmic || scale.Center >= 0);
        if (!isCenter || scale.Norm == AxisScale.SymmetricLogarithmic)
        {
            problems.Add($"The colour scale of mark '{mark.Id}' has a norm or a centre that colours cannot follow; the norm is linear or logarithmic, the centre finite and not negative where it is logarithmic.");
        }

        CheckClasses(mark, scale, problems);
        foreach (string color in ((string?[])[scale.UnderColor, scale.OverColor, scale.MissingColor]).OfType<string>().Where(color => !ColorTables.IsColor(color)))
        {
            problems.Add($"The colour scale of mark '{mark.Id}' has the colour '{color}'; write it as #rrggbb, such as #d55e00.");
        }
    }

    private static void CheckClasses(Mark mark, ColorScale scale, List<string> problems)
    {
        if (scale.Classes is not { } classes)
        {
            return;
        }

        double[] values = [.. classes.Select(named => named.Value)];
        if (values.Length == 0 || !values.All(double.IsFinite) || !IsIncreasing(values))
        {
            problems.Add($"The classes of the colour scale of mark '{mark.Id}' are no ascending numbers; give at least one, each once.");
        }

        foreach (AxisTick named in classes)
        {
            CheckText(named.Label, mark, problems);
        }

        double[] others = [.. ColoredValues.Of(mark)!.Values.Where(value => !double.IsNaN(value) && !values.Contains(value)).Take(1)];
        problems.AddRange(others.Select(value => $"Mark '{mark.Id}' has the value {NumberText.Of(value)}, which is none of the classes of its colour scale; name a class for it, or use NaN for none."));
    }

    /// <summary>Whether numbers increase strictly.</summary>
    public static bool IsIncreasing(IReadOnlyList<double> edges)
    {
        for (int i = 1; i < edges.Count; i++)
        {
            if (!(edges[i] > edges[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a sentence if a number is infinite.</summary>
    public static void CheckNumbers(Mark mark, MarkValues.Column column, List<string> problems)
    {
        double[] values = MarkArrays.Of(column.Values);
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                problems.Add($"Mark '{mark.Id}' has {NumberText.Of(values[i])} at {column.Name}[{Positions.Of(i)}]; numbers must be finite, or NaN where there is none.");
                return;
            }
        }
    }

    /// <summary>Adds a sentence if a number is not finite.</summary>
    public static void CheckFinite(Mark mark, IEnumerable<double> values, List<string> problems)
    {
        if (values.Any(value => !double.IsFinite(value)))
        {
            problems.Add($"Mark '{mark.Id}' holds a number that is not finite; leave the mark out where there is nothing to show.");
        }
    }

    /// <summary>Adds a sentence if a text is no rich text.</summary>
    public static void CheckText(string text, Mark mark, List<string> problems)
    {
        try
        {
            _ = RichText.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"The text of mark '{mark.Id}' is no rich text. {exception.Message}");
        }
    }
}
