using PluginLab.Figures;

namespace PluginLab.Testing.Runs;

/// <summary>What holds for texts that a reader sees: their mathematics can be set.</summary>
internal static class TextContract
{
    /// <summary>Checks texts.</summary>
    /// <param name="texts">Each text, after what it is; null where there is none.</param>
    /// <param name="code">The code of a fault.</param>
    /// <param name="faults">Receives the faults.</param>
    public static void Check(IEnumerable<(string What, string? Text)> texts, string code, FaultList faults)
    {
        foreach ((string what, string? text) in texts)
        {
            Attempt<RichText?> parsed = Attempt.At(() => text is null ? null : RichText.Parse(text));
            if (parsed.Failure is { } failure)
            {
                faults.Error(code, $"the {what} cannot be set: {failure}");
            }
        }
    }
}
