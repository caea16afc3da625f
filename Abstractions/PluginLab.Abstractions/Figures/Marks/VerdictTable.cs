using PluginLab.Experiments;

namespace PluginLab.Figures;

/// <summary>Claims as the rows of a table: statement, predicted and measured value with uncertainty, verdict; alone on its panel, whose axes are not drawn.</summary>
public sealed record VerdictTable : Mark
{
    /// <summary>The claims, in the order of the rows; at least one.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>A panel that holds the table.</summary>
    /// <param name="title">Title of the panel; rich text; null for none.</param>
    public Panel ToPanel(string? title = null) => new() { Title = title, X = Axis.Linear(""), Y = Axis.Linear(""), Legend = LegendPlacement.None, Marks = [this] };
}
