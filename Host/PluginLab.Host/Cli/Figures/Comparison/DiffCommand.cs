using System.CommandLine;
using System.Text;
using PluginLab.Host.Figures.Comparison;
using PluginLab.Rendering.Reports.Comparisons;

namespace PluginLab.Host.Cli.Figures.Comparison;

/// <summary><c>pluginlab figures diff A B</c>: compares two sets of figures, and says by its exit code whether they differ.</summary>
internal static class DiffCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        Argument<string> before = new("A") { Description = "A results folder, or one of approved figures." };
        Argument<string> after = new("B") { Description = "Another." };
        Option<string?> tolerance = new("--tolerance") { Description = "The largest relative change of numbers that does not count; 0 if not given.", HelpName = "T" };
        Option<string> output = new("--out") { Description = "The page that shows both side by side.", HelpName = "FILE.html", DefaultValueFactory = _ => "figures-diff.html" };
        Command command = new("diff", $"Compare two sets of figures, by data first; exit {ExitCode.FiguresDiffer} when they differ.") { before, after, tolerance, output };
        command.SetAction((parsed, _) => Task.Run(() => Run(
            services,
            UsageException.RequirePath("A", parsed.GetRequiredValue(before)),
            UsageException.RequirePath("B", parsed.GetRequiredValue(after)),
            StyleOptions.ReadNumber(parsed, tolerance, 0, 1) ?? 0,
            UsageException.RequirePath("--out", parsed.GetRequiredValue(output)))));
        return command;
    }

    private static int Run(IHostServices services, string before, string after, double tolerance, string output)
    {
        IReadOnlyList<ComparedFigure> figures = FigureComparison.Compare(FigureSelection.ReadAll(before), FigureSelection.ReadAll(after), tolerance);
        OutputFiles.Write("", output, Encoding.UTF8.GetBytes(ComparisonPage.Write(before, after, figures)));
        ComparisonTable.Write(services.Terminal.Out, figures);
        services.Terminal.Error.WriteLine($"side by side: {output}");
        return figures.Any(figure => figure.State != FigureState.Same) ? ExitCode.FiguresDiffer : ExitCode.Success;
    }
}
