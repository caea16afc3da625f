using PluginLab.Experiments;

namespace PluginLab.Figures;

/// <summary>What a figure says to be so on the strength of claims; it is said only where they hold.</summary>
/// <remarks>All texts are rich text: plain text with <c>$…$</c> for mathematics.</remarks>
public sealed record Finding
{
    /// <summary>The finding as a title, in place of that of the figure; null for one that only the caption states.</summary>
    public string? Title { get; init; }

    /// <summary>What the caption says of it, after what is drawn; null for nothing.</summary>
    public string? Caption { get; init; }

    /// <summary>Ids of the claims that it rests on, at least one, all among those of the figure.</summary>
    public required IReadOnlyList<string> ClaimIds { get; init; }

    /// <summary>Whether each claim that the finding rests on is there and has the verdict that is expected of it.</summary>
    /// <param name="claims">The claims of the run.</param>
    public bool Holds(IReadOnlyList<Claim> claims) =>
        ClaimIds.Count > 0 && ClaimIds.All(id => claims.Any(claim => claim.Id == id && claim.Verdict == claim.Expected));
}
