namespace PluginLab.Documentation.Tests.Theory;

/// <summary>What became of a statement of the notes as a whole.</summary>
internal enum Finding
{
    /// <summary>True as it stands.</summary>
    Holds,

    /// <summary>True but for a constant, a factor or a sign, which is given.</summary>
    HoldsUpTo,

    /// <summary>True under a condition that the notes do not state; refuted outside of it.</summary>
    HoldsIf,

    /// <summary>Left open by the notes, and found here.</summary>
    Answered,

    /// <summary>Not true as it stands, or not in the case that it is about.</summary>
    Fails,

    /// <summary>No claim can measure it, for a stated reason.</summary>
    NotMeasured,
}

/// <summary>A statement of the notes, as the template of the page gives it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Title">What it says, in a few words.</param>
/// <param name="Finding">What became of it.</param>
/// <param name="Reason">What is said beside the finding, on the same line.</param>
/// <param name="Text">The heading and all that is said by hand.</param>
/// <param name="Tests">Names of the test files that hold its closed forms.</param>
internal sealed record Statement(int Number, string Title, Finding Finding, string Reason, string Text, IReadOnlyList<string> Tests)
{
    /// <summary>How many statements the two notes make.</summary>
    public const int Count = 53;

    /// <summary>The last statement of note 0; those after it are of note 1.</summary>
    public const int LastOfNote0 = 25;

    /// <summary>The findings with the words of the page.</summary>
    public static IReadOnlyDictionary<Finding, string> Words { get; } = new Dictionary<Finding, string>
    {
        [Finding.Holds] = "holds",
        [Finding.HoldsUpTo] = "holds up to",
        [Finding.HoldsIf] = "holds if",
        [Finding.Answered] = "to-do answered",
        [Finding.Fails] = "fails",
        [Finding.NotMeasured] = "not measured",
    };

    /// <summary>The statement that a claim measures, by its id; null if the claim is on no statement.</summary>
    public static int? NumberOf(string claimId) =>
        claimId.StartsWith("note0-", StringComparison.Ordinal) || claimId.StartsWith("note1-", StringComparison.Ordinal)
            ? int.Parse(claimId[6..8], System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
