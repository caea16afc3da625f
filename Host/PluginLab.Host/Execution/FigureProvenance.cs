using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Execution;

/// <summary>What a drawing says of where it comes from.</summary>
internal static class FigureProvenance
{
    /// <summary>How to draw the figures of a run.</summary>
    public static RenderOptions OptionsFor(PlannedRun run) => new()
    {
        IdPrefix = run.Name,
        Metadata = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["command"] = run.Command,
            ["experiment"] = run.Experiment.Id,
            ["integrator"] = run.Integrator.Instance.Name,
            ["parameters"] = Json(run.Parameters),
            ["run"] = run.Name,
            ["seed"] = run.Seed.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static string Json(ParameterSet parameters) =>
        $"{{{string.Join(',', parameters.Declared.Select(parameter => $"{SyntaxNode.Quote(parameter.Name)}:{parameters.Json(parameter)}"))}}}";
}
