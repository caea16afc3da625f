using System.Text;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Rendering.Reports.Budgets;
using PluginLab.Rendering.Reports.Interaction;
using PluginLab.Rendering.Reports.Invariants;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Reports;

/// <summary>The part of the page about one run.</summary>
internal static class RunSection
{
    private const int PreviewRows = 12;

    public static void Write(RunReport run, StringBuilder html)
    {
        html.Append($"<section id=\"run-{Characters.Escape(run.Name)}\" data-tags=\"{Characters.Escape(string.Join(' ', run.Tags))}\">\n<h2>{Characters.Escape(run.Title)} <span class=\"name\">{Characters.Escape(run.Name)}</span></h2>\n")
            .Append($"<p class=\"question\">{MathMarkup.Of(run.Question)}</p>\n<p class=\"counts\">{Overview.CountsOf(run)} <a href=\"#overview\">overview</a></p>\n");
        if (run.State != RunState.Finished)
        {
            html.Append($"<p class=\"failure\"><strong>This run {(run.State == RunState.Failed ? "failed" : "was interrupted")}.</strong> {Characters.Escape(run.Failure ?? "No reason was given.")}</p>\n");
        }

        WriteClaims(run, html);
        foreach (ReportedFigure figure in run.Figures)
        {
            WriteFigure(run, figure, html);
        }

        foreach (string note in run.Notes)
        {
            html.Append($"<p class=\"note\">{MathMarkup.Of(note)}</p>\n");
        }

        InvariantTable.Write(run.Invariants, html);
        WriteDetails(run, html);
        html.Append("</section>\n");
    }

    private static void WriteClaims(RunReport run, StringBuilder html)
    {
        if (run.Claims.Count == 0)
        {
            return;
        }

        html.Append("<table class=\"claims sortable\">\n<thead><tr><th>verdict</th><th>claim</th><th>predicted</th><th>measured</th><th>supported by</th></tr></thead>\n<tbody>\n");
        foreach (Claim claim in run.Claims.OrderBy(claim => claim.IsAsExpected))
        {
            VerdictWords words = VerdictWords.Of(claim);
            string remark = VerdictWords.Remark(claim) is { Length: > 0 } said ? $"<p class=\"remark\">{MathMarkup.Of(said)}</p>" : "";
            string budget = BudgetWords.Of(claim.Id, run.Budget) is { Length: > 0 } solver ? $"<p class=\"source\">{MathMarkup.Of(solver)}</p>" : "";
            html.Append($"<tr class=\"{words.Kind}\"><td data-v=\"{Positions.Of(words.Rank)}\"><span class=\"badge {words.Kind}\">{words.Text}</span></td>")
                .Append($"<td><p>{MathMarkup.Of(claim.Statement)}</p>{remark}<p class=\"source\">{MathMarkup.Of(claim.Source)} · <code>{Characters.Escape(claim.Id)}</code></p>{budget}</td>")
                .Append($"<td data-v=\"{NumberText.Of(claim.Predicted)}\">{MathMarkup.Of(NumberMarkup.Rich(claim.Predicted))}</td>")
                .Append($"<td data-v=\"{NumberText.Of(claim.Measured)}\" title=\"{NumberText.Of(claim.Measured)}{(claim.Uncertainty == 0 ? "" : $" ± {NumberText.Of(claim.Uncertainty)}")}\">{MathMarkup.Of(NumberMarkup.RichWithUncertainty(claim.Measured, claim.Uncertainty))}</td>")
                .Append($"<td data-v=\"{NumberText.Of(double.IsFinite(claim.Bound.Lower) ? claim.Bound.Lower : claim.Bound.Upper)}\">{MathMarkup.Of(NumberMarkup.Rich(claim.Bound))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n").Append($"<p class=\"note\">{MathMarkup.Of(BudgetWords.Of(run.Budget))}</p>\n");
    }

    private static void WriteFigure(RunReport run, ReportedFigure figure, StringBuilder html)
    {
        bool isSvg = figure.Drawing.MediaType == "image/svg+xml";
        string image = isSvg ? Encoding.UTF8.GetString(figure.Drawing.Content.Span)
            : $"<img src=\"{Characters.Escape(figure.ImagePath)}\" alt=\"{Characters.Escape(figure.Figure.AltText)}\"/>";
        html.Append($"<figure>\n<div class=\"drawing\" role=\"group\" aria-label=\"figure\" aria-describedby=\"hint\">{image}</div>\n<figcaption>{MathMarkup.Of(figure.Figure.Caption)}</figcaption>\n");
        WriteData(figure, html);
        html.Append(FigureElement.PointsOf(figure, figure.IdIn(run))).Append("</figure>\n");
    }

    private static void WriteData(ReportedFigure figure, StringBuilder html)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = CsvPreview.Read(figure.DataCsv, PreviewRows + 1);
        int total = Math.Max(0, figure.DataCsv.Count(character => character == '\n') - 1);
        html.Append($"<details><summary>data: {Positions.Of(total)} rows</summary>\n<p><a href=\"{Characters.Escape(figure.DataPath)}\">CSV</a> · <a href=\"{Characters.Escape(figure.ImagePath)}\">image</a></p>\n<div class=\"scroll\"><table class=\"data\">\n");
        for (int i = 0; i < rows.Count; i++)
        {
            string tag = i == 0 ? "th" : "td";
            html.Append("<tr>").Append(string.Concat(rows[i].Select(cell => $"<{tag}>{Characters.Escape(cell)}</{tag}>"))).Append("</tr>\n");
        }

        html.Append("</table></div>\n").Append(total > PreviewRows ? $"<p>… and {Positions.Of(total - PreviewRows)} more.</p>\n" : "").Append("</details>\n");
    }

    private static void WriteDetails(RunReport run, StringBuilder html)
    {
        html.Append("<details class=\"run\"><summary>parameters, integrator, measured numbers</summary>\n<table class=\"parameters\">\n<thead><tr><th>parameter</th><th>value</th><th>meaning</th></tr></thead>\n<tbody>\n");
        foreach (ReportedParameter parameter in run.Parameters)
        {
            html.Append($"<tr{(parameter.IsDefault ? "" : " class=\"set\"")}><td><code>{Characters.Escape(parameter.Name)}</code></td><td><code>{Characters.Escape(Shortened(parameter.Json))}</code></td><td>{MathMarkup.Of(parameter.Description)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        if (run.Metrics.Count > 0)
        {
            html.Append("<table class=\"parameters\">\n<thead><tr><th>measured</th><th>value</th><th>meaning</th></tr></thead>\n<tbody>\n");
            foreach (Metric metric in run.Metrics)
            {
                html.Append($"<tr><td><code>{Characters.Escape(metric.Name)}</code></td><td>{MathMarkup.Of(NumberMarkup.Rich(metric.Value))}</td><td>{MathMarkup.Of(metric.Description)}</td></tr>\n");
            }

            html.Append("</tbody>\n</table>\n");
        }

        html.Append($"<p>{Characters.Escape(StatisticsOf(run))}</p>\n</details>\n<p class=\"command\">Repeat with <code>{Characters.Escape(run.Command)}</code></p>\n");
    }

    /// <summary>What the solves of a run took, in words.</summary>
    public static string StatisticsOf(RunReport run)
    {
        SolveStatistics work = run.Statistics;
        return $"Integrator: {run.Integrator}. Accepted steps: {work.AcceptedSteps}, rejected: {work.RejectedSteps}, evaluations of the derivative: {work.DerivativeEvaluations}. Seed: {run.Seed}. Plugin: {run.Plugin}.";
    }

    /// <summary>A value short enough for a table.</summary>
    public static string Shortened(string json) => json.Length <= 160 ? json : $"{json[..150]} … ({Positions.Of(json.Length)} characters)";
}
