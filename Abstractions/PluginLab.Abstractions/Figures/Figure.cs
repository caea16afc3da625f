using PluginLab.Experiments;

namespace PluginLab.Figures;

/// <summary>A figure, described by its data and meaning alone; a renderer decides how it is drawn.</summary>
/// <remarks>All texts are rich text: plain text with <c>$…$</c> for mathematics.</remarks>
public sealed record Figure
{
    /// <summary>Identifier, unique within the experiment; kebab-case; becomes the file name.</summary>
    public required string Id { get; init; }

    /// <summary>Title above the panels: what is drawn, or a finding that no setting of the experiment takes away; others are <see cref="Findings"/>.</summary>
    public required string Title { get; init; }

    /// <summary>One line below the title; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Says what is drawn, and names what is uncertain (what, level, number of runs).</summary>
    public required string Caption { get; init; }

    /// <summary>What the figure shows, for readers who cannot see it; plain text.</summary>
    public required string AltText { get; init; }

    /// <summary>Width and height.</summary>
    public FigureSize Size { get; init; } = FigureSize.OneColumn;

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Number of columns of the grid of panels; at least 1.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>What the panels have in common, drawn once at the edge of the grid.</summary>
    public SharedParts Shared { get; init; }

    /// <summary>Ids of the claims that the figure shows evidence for.</summary>
    public IReadOnlyList<string> ClaimIds { get; init; } = [];

    /// <summary>What the figure says where its claims hold: the first finding with a title that does gives the title, and all that do end the caption.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The figure with the findings that hold as its words, and no others.</summary>
    /// <param name="claims">The claims of the run.</param>
    public Figure Stating(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        List<Finding> holding = [.. Findings.Where(finding => finding.Holds(claims))];
        return this with
        {
            Title = holding.FirstOrDefault(finding => finding.Title is not null)?.Title ?? Title,
            Caption = string.Join(' ', [Caption, .. holding.Select(finding => finding.Caption).OfType<string>()]),
            Findings = [],
        };
    }
}

/// <summary>What the panels of a figure have in common; several are combined.</summary>
[Flags]
public enum SharedParts
{
    /// <summary>Nothing: each panel has axes, colour bars and names of its own.</summary>
    None = 0,

    /// <summary>One horizontal axis: equal limits in all panels; numbers and label below the lowest panel of each column only.</summary>
    XAxis = 1,

    /// <summary>One vertical axis: equal limits in all panels; numbers and label left of the first panel of each row only.</summary>
    YAxis = 2,

    /// <summary>One horizontal axis for each column of panels.</summary>
    XAxisOfColumn = 4,

    /// <summary>One vertical axis for each row of panels.</summary>
    YAxisOfRow = 8,

    /// <summary>One colour scale, fitted to all heat maps, with one bar to the right of the grid.</summary>
    ColorBar = 16,

    /// <summary>One legend for all panels: to the right of the grid if that is where the first panel puts its own, else below.</summary>
    Legend = 32,
}

/// <summary>Size of a figure in px; 96 px are an inch.</summary>
/// <param name="Width">Width; from 100 to 4000.</param>
/// <param name="Height">Height; from 100 to 4000.</param>
public readonly record struct FigureSize(int Width, int Height)
{
    /// <summary>A figure of one column: 640 × 400.</summary>
    public static FigureSize OneColumn { get; } = new(640, 400);

    /// <summary>A figure across two columns: 960 × 400.</summary>
    public static FigureSize TwoColumns { get; } = new(960, 400);

    /// <summary>A square figure, for phase portraits: 520 × 520.</summary>
    public static FigureSize Square { get; } = new(520, 520);
}
