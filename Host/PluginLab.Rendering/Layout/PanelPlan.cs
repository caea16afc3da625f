using PluginLab.Figures;
using PluginLab.Rendering.Layout.Legends;
using PluginLab.Rendering.Marks.Looks;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>Space around a plot in px.</summary>
internal readonly record struct Margins(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The larger of both on each side.</summary>
    public Margins Or(Margins other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>The layout of a panel while it is being found: work space of one drawing.</summary>
internal sealed class PanelPlan
{
    public required Panel Panel { get; init; }

    /// <summary>Letter of the panel; empty for a figure of one.</summary>
    public required string Letter { get; init; }

    public required IReadOnlyList<MarkLook> Looks { get; init; }

    /// <summary>Marks named beside the plot or in the legend.</summary>
    public required IReadOnlyList<LegendEntry> Entries { get; set; }

    /// <summary>Ids of marks that have no end to be named at, where others are named beside theirs.</summary>
    public HashSet<string> BoxedMarks { get; } = new(StringComparer.Ordinal);

    /// <summary>What is named to the right of the plot.</summary>
    public IReadOnlyList<LegendEntry> BesideEntries => Legend switch
    {
        LegendPlacement.Direct => [.. Entries.Where(entry => !BoxedMarks.Contains(entry.Mark.Id))],
        LegendPlacement.Right => Entries,
        _ => [],
    };

    /// <summary>What is not named beside the end of its mark, where others are.</summary>
    public IReadOnlyList<LegendEntry> EndlessEntries => [.. Entries.Where(entry => BoxedMarks.Contains(entry.Mark.Id))];

    /// <summary>What is named in a box on the plot.</summary>
    public IReadOnlyList<LegendEntry> BoxedEntries => Legend switch
    {
        LegendPlacement.Direct when !AreEndlessBelow => EndlessEntries,
        LegendPlacement.Inside => Entries,
        _ => [],
    };

    /// <summary>What is named below the plot.</summary>
    public IReadOnlyList<LegendEntry> BelowEntries => Legend switch
    {
        LegendPlacement.Direct when AreEndlessBelow => EndlessEntries,
        LegendPlacement.Below => Entries,
        _ => [],
    };

    /// <summary>Whether marks without an end are named below the plot, since a box on it would hide data.</summary>
    public bool AreEndlessBelow { get; set; }

    /// <summary>The box with names on the plot; null without one.</summary>
    public Box? LegendBox { get; set; }

    /// <summary>Vertical guides that are named above the plot.</summary>
    public required IReadOnlyList<LegendEntry> TopEntries { get; set; }

    public required IReadOnlyList<ColorBarPlan> ColorBars { get; init; }

    /// <summary>What is said below the plot, such as points that cannot be shown.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where names go, as far as found.</summary>
    public required LegendPlacement Legend { get; set; }

    public Box Plot { get; set; }

    /// <summary>The first guess.</summary>
    public static Margins FirstMargins { get; } = new(44, 10, 10, 40);

    public Margins Margins { get; set; } = FirstMargins;

    public IReadOnlyList<Label> Heading { get; set; } = [];

    /// <summary>Left edge of the heading.</summary>
    public double HeadingLeft { get; set; }

    /// <summary>Upper edge of the heading.</summary>
    public double HeadingTop { get; set; }

    public IReadOnlyList<Label> XLabel { get; set; } = [];

    public IReadOnlyList<Label> YLabel { get; set; } = [];

    public IReadOnlyList<Label> NoteLines { get; set; } = [];

    /// <summary>Limits of the axes, before an aspect is locked.</summary>
    public (Limits X, Limits Y) FoundLimits { get; set; }

    /// <summary>Whether numbers and label of the horizontal axis stand below this panel.</summary>
    public required bool IsXNamed { get; init; }

    /// <summary>Whether numbers and label of the vertical axis stand left of this panel.</summary>
    public required bool IsYNamed { get; init; }

    /// <summary>What all panels have in common; null until it is known.</summary>
    public CommonParts? Common { get; set; }

    public AxisMap X { get; set; }

    public AxisMap Y { get; set; }

    public TickSet XTicks { get; set; } = null!;

    public TickSet YTicks { get; set; } = null!;

    /// <summary>Heights of the names beside the plot, from the upper edge of the figure.</summary>
    public IReadOnlyList<double> DirectHeights { get; set; } = [];

    /// <summary>Centres of the names above the plot.</summary>
    public IReadOnlyList<double> TopCentres { get; set; } = [];

    /// <summary>The rows of a legend below the plot.</summary>
    public IReadOnlyList<IReadOnlyList<LegendEntry>> Rows { get; set; } = [];

    /// <summary>Texts that had to be shortened.</summary>
    public HashSet<string> Shortened { get; } = new(StringComparer.Ordinal);

    /// <summary>What is not as the figure asked for, in the order found.</summary>
    public List<string> Compromises { get; } = [];

    /// <summary>What is said below the plot once the legend is known.</summary>
    public IReadOnlyList<string> AllNotes => UnnamedCount == 0 ? Notes : [.. Notes, $"{Positions.Of(UnnamedCount)} more not named here"];

    /// <summary>Number of names for which the legend has no room.</summary>
    public int UnnamedCount { get; set; }

    /// <summary>Whether nullclines are named along their lines.</summary>
    public required bool NamesNullclines { get; init; }

    public bool HasImage => PanelPlanning.HasImage(Panel);
}
