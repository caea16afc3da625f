using System.Text.Json.Nodes;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Planning.Styles;

/// <summary>Describes the key <c>style</c> in JSON Schema.</summary>
internal static class StyleSchema
{
    /// <summary>The schema of a style.</summary>
    public static JsonObject Create() => new()
    {
        ["description"] = "How figures look; pluginlab figures redraw applies it without a rerun.",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["width-mm"] = Number(FigureStyle.SmallestSide, FigureStyle.LargestSide, "Width in mm; without a height panels and plots are arranged to fit it."),
            ["height-mm"] = Number(FigureStyle.SmallestSide, FigureStyle.LargestSide, "Height in mm."),
            ["font-size-pt"] = Number(FigureStyle.SmallestFont, FigureStyle.LargestFont, "Size in pt of the labels of axes, with everything else in proportion; 9 is usual."),
            ["theme"] = new JsonObject { ["enum"] = new JsonArray([.. StyleReader.Themes.Select(theme => (JsonNode)theme)]), ["description"] = "Colours; automatic follows the reader's preference." },
            ["transparent"] = Flag("Whether the background is left out."),
            ["title"] = Flag("Whether title and subtitle are drawn."),
        },
        ["additionalProperties"] = false,
    };

    private static JsonObject Number(double least, double most, string description) => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most, ["description"] = description };

    private static JsonObject Flag(string description) => new() { ["type"] = "boolean", ["description"] = description };
}
