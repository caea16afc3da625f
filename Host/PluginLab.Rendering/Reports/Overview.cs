using System.Text;
using PluginLab.Experiments;
using PluginLab.Rendering.Reports.Invariants;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>The head of the page: what came out, at a glance.</summary>
internal static class Overview
{
    /// <summary>Kinds of verdicts, those first that need a reader most, and their names where there are several.</summary>
    public static IReadOnlyList<(string Kind, string Words)> Kinds { get; } =
        [("unexpected", "unexpected"), ("supported", "supported"), ("finding", "refuted, as expected"), ("open", "inconclusive"), ("aside", "not applicable")];

    public static void Write(IReadOnlyList<RunReport> runs, StringBuilder html)
    {
        WriteSentence(runs, html);
        RunIndex.Write(runs, html);
        WriteClaims("Not as expected", "These verdicts differ from what theory and note lead to expect.", "unexpected", runs, html);
        WriteClaims("Findings", "Statements of the notes that the runs refute, as expected, and what holds instead.", "finding", runs, html);
    }

    private static void WriteSentence(IReadOnlyList<RunReport> runs, StringBuilder html)
    {
        int unexpected = runs.Sum(run => run.Claims.Count(claim => !claim.IsAsExpected));
        int failed = runs.Count(run => run.State != RunState.Finished);
        string sentence = unexpected == 0 && failed == 0 ? "Every run finished and every verdict is the expected one."
            : $"{Count(unexpected, "verdict is", "verdicts are")} not as expected; {Count(failed, "run", "runs")} did not finish.";
        html.Append($"<header id=\"overview\">\n<h1>PluginLab report</h1>\n<p class=\"lead {(unexpected + failed == 0 ? "good" : "bad")}\">{sentence}</p>\n")
            .Append($"<p class=\"sub\">{Count(runs.Count, "run", "runs")}, {Count(runs.Sum(run => run.Figures.Count), "figure", "figures")}, {VerdictWords.Counts(runs.SelectMany(run => run.Claims))}. {Characters.Escape(InvariantWords.Of(runs))}</p>\n</header>\n");
    }

    /// <summary>Numbers of verdicts of a run as badges; a run that did not finish says so first.</summary>
    public static string CountsOf(RunReport run)
    {
        ILookup<string, Claim> claims = run.Claims.ToLookup(claim => VerdictWords.Of(claim).Kind);
        string state = run.State == RunState.Finished ? "" : $"<span class=\"badge unexpected\">{run.State.ToString().ToLowerInvariant()}</span> ";
        return state + string.Join(' ', Kinds.Where(kind => claims[kind.Kind].Any())
            .Select(kind => $"<span class=\"badge {kind.Kind}\">{Positions.Of(claims[kind.Kind].Count())} {kind.Words}</span>"));
    }

    /// <summary>The claims of a kind, once for all runs of an experiment.</summary>
    private static void WriteClaims(string heading, string explanation, string kind, IReadOnlyList<RunReport> runs, StringBuilder html)
    {
        (RunReport Run, Claim Claim)[] found =
            [.. runs.SelectMany(run => run.Claims.Where(claim => VerdictWords.Of(claim).Kind == kind), (run, claim) => (run, claim))];
        if (found.Length == 0)
        {
            return;
        }

        html.Append($"<section class=\"findings\">\n<h2>{heading}</h2>\n<p class=\"sub\">{explanation}</p>\n<table>\n<thead><tr><th>the statement</th><th>{(kind == "finding" ? "what holds" : "the verdict")}</th><th>runs</th></tr></thead>\n<tbody>\n");
        foreach (IGrouping<(string, string, string), (RunReport Run, Claim Claim)> group in found.GroupBy(pair => (pair.Run.ExperimentId, pair.Claim.Id, pair.Claim.Statement)))
        {
            Claim claim = group.First().Claim;
            string links = string.Join(", ", group.Select(pair => Link(pair.Run)));
            html.Append($"<tr><td><p>{MathMarkup.Of(claim.Statement)}</p><p class=\"source\">{MathMarkup.Of(claim.Source)}</p></td><td class=\"{kind}\">{Answer(claim, kind)}</td><td>{links}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    private static string Answer(Claim claim, string kind) => kind == "finding"
        ? MathMarkup.Of(claim.CorrectedForm ?? "The statement does not hold.")
        : $"{VerdictWords.Of(claim).Text}: {MathMarkup.Of(NumberMarkup.RichWithUncertainty(claim.Measured, claim.Uncertainty))}, supported by {MathMarkup.Of(NumberMarkup.Rich(claim.Bound))}";

    private static string Link(RunReport run) => $"<a href=\"#run-{Characters.Escape(run.Name)}\">{Characters.Escape(run.Name)}</a>";

    private static string Count(int count, string one, string many) => $"{Positions.Of(count)} {(count == 1 ? one : many)}";
}
