using System.Text;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Invariants;
using PluginLab.Rendering.Reports.Words;

namespace PluginLab.Rendering.Reports;

/// <summary>The report in short, as Markdown for a pull request or the summary of a CI step.</summary>
public static class SummaryPage
{
    /// <summary>Writes runs with their numbers of verdicts, then what is not as expected, then the claims of each run.</summary>
    public static string Write(IReadOnlyList<RunReport> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        StringBuilder text = new();
        text.Append("# PluginLab report\n\n").Append(Headline(runs)).Append("\n\n");
        text.Append("| run | experiment | state | claims | figures |\n|---|---|---|---|---:|\n");
        foreach (RunReport run in runs)
        {
            text.Append($"| [{Plain(run.Name)}](#{run.Name}) | {Plain(run.ExperimentId)} | {StateOf(run)} | {VerdictWords.Counts(run.Claims)} | {Positions.Of(run.Figures.Count)} |\n");
        }

        WriteUnexpected(runs, text);
        foreach (RunReport run in runs)
        {
            WriteRun(run, text);
        }

        return text.ToString();
    }

    private static string Headline(IReadOnlyList<RunReport> runs)
    {
        int failed = runs.Count(run => run.State != RunState.Finished);
        int unexpected = runs.Sum(run => run.Claims.Count(claim => !claim.IsAsExpected));
        string verdicts = unexpected == 0 ? failed == 0 ? "Every verdict is the expected one" : "Of the verdicts that were reached, none is unexpected" : unexpected == 1 ? "**1 verdict is not the expected one**" : $"**{Positions.Of(unexpected)} verdicts are not the expected ones**";
        string states = failed == 0 ? "" : failed == 1 ? "; **1 run did not finish**" : $"; **{Positions.Of(failed)} runs did not finish**";
        return $"{verdicts}{states}. {Positions.Of(runs.Count)} runs: {VerdictWords.Counts(runs.SelectMany(run => run.Claims))}.";
    }

    private static string StateOf(RunReport run) => run.State switch
    {
        RunState.Finished => "finished",
        RunState.Failed => "**failed**",
        _ => "**interrupted**",
    };

    private static void WriteUnexpected(IReadOnlyList<RunReport> runs, StringBuilder text)
    {
        string[] lines =
        [
            .. runs.Where(run => run.State != RunState.Finished).Select(run => $"- **{Plain(run.Name)}** {StateOf(run)}: {Plain(run.Failure ?? "no reason was given.")}\n"),
            .. runs.SelectMany(run => run.Claims.Where(claim => !claim.IsAsExpected).Select(claim =>
                $"- **{Plain(run.Name)}** `{claim.Id}`: {VerdictWords.Of(claim).Text}. {Rich(claim.Statement)} Measured {Measured(claim)}; supported by {Rich(NumberMarkup.Rich(claim.Bound))}.\n")),
        ];
        if (lines.Length > 0)
        {
            text.Append("\n## Not as expected\n\n").AppendJoin("", lines);
        }
    }

    private static void WriteRun(RunReport run, StringBuilder text)
    {
        text.Append($"\n## {Plain(run.Name)}\n\n{Rich(run.Question)}\n\n");
        if (run.Claims.Count > 0)
        {
            WriteClaims(run, text);
        }

        WriteRepetitions(run, text);
        text.Append(run.Invariants.Count == 0 ? "" : $"\n{Rich(InvariantWords.Of(run.Invariants))}\n");
    }

    private static void WriteClaims(RunReport run, StringBuilder text)
    {
        string head = run.Budget is null ? "" : " solver |";
        text.Append($"| verdict | claim | predicted | measured |{head} supported by | source |\n|---|---|---|---|{(run.Budget is null ? "" : "---|")}---|---|\n");
        foreach (Claim claim in run.Claims.OrderBy(claim => claim.IsAsExpected))
        {
            string verdict = VerdictWords.Of(claim) is { Kind: "unexpected" } words ? $"**{words.Text}**" : VerdictWords.Of(claim).Text;
            string remark = VerdictWords.Remark(claim) is { Length: > 0 } said ? $" *{Rich(said)}*" : "";
            string solver = run.Budget is null ? "" : $" {Rich(BudgetWords.Of(claim.Id, run.Budget))} |";
            text.Append($"| {verdict} | {Rich(claim.Statement)}{remark} | {Rich(NumberMarkup.Rich(claim.Predicted))} | {Measured(claim)} |{solver} {Rich(NumberMarkup.Rich(claim.Bound))} | {Rich(claim.Source)} |\n");
        }
    }

    private static void WriteRepetitions(RunReport run, StringBuilder text) => text.Append(run.Claims.Count == 0 ? "" : $"\n{Rich(BudgetWords.Of(run.Budget))}\n");

    private static string Measured(Claim claim) => Rich(NumberMarkup.RichWithUncertainty(claim.Measured, claim.Uncertainty));

    /// <summary>Rich text as Markdown; a bar inside mathematics would end a cell of a table.</summary>
    private static string Rich(string richText)
    {
        StringBuilder text = new();
        foreach (RichNode node in TolerantText.Parse(richText).Nodes)
        {
            text.Append(node is MathSegment math
                ? $"${math.Source.Replace("\\|", "\\Vert ", StringComparison.Ordinal).Replace("|", "\\vert ", StringComparison.Ordinal)}$"
                : Plain(((TextSegment)node).Text));
        }

        return text.ToString();
    }

    private static string Plain(string plainText)
    {
        StringBuilder text = new();
        foreach (char character in plainText)
        {
            _ = character switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '\r' or '\n' or '\t' => text.Append(' '),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '$' or '#' or '>' or '~' => text.Append('\\').Append(character),
                _ when char.IsControl(character) => text.Append($"\\\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        return text.ToString();
    }
}
