using System.CommandLine;
using PluginLab.Figures;
using PluginLab.Host.Figures;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Cli.Figures.Comparison;

/// <summary><c>pluginlab compare FIGURE RUN…</c>: draws one figure of several runs as one.</summary>
internal sealed class CompareCommand
{
    private const string Overlay = "overlay";
    private const string Tiles = "tiles";

    private readonly Argument<string> figure = new("FIGURE") { Description = "Id of the figure." };
    private readonly Argument<string[]> runs = new("RUN") { Description = "Names of two runs or more.", Arity = new ArgumentArity(2, 1000) };
    private readonly Option<string> form = new("--as") { Description = "All series in the same panels, or panels beside each other.", HelpName = $"{Overlay}|{Tiles}", DefaultValueFactory = _ => Overlay };
    private readonly Option<string> results = new("--results") { Description = "The results folder.", HelpName = "DIR", DefaultValueFactory = _ => "results" };
    private readonly Option<string?> output = new("--out") { Description = "Where the drawing goes; FIGURE-compared.svg if not given.", HelpName = "FILE.svg" };

    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        CompareCommand compare = new();
        Command command = new("compare", "Draw one figure of several runs as one: series laid over each other, or tiles.") { compare.figure, compare.runs, compare.form, compare.results, compare.output };
        compare.form.AcceptOnly(Overlay, Tiles);
        command.SetAction((parsed, _) => Task.Run(() => compare.Run(services, parsed)));
        return command;
    }

    private int Run(IHostServices services, ParseResult parsed)
    {
        string id = parsed.GetRequiredValue(figure);
        string path = UsageException.RequirePath("--out", parsed.GetValue(output) ?? $"{id}-compared.svg");
        StoredFigure[] all = [.. FigureSelection.ReadAll(UsageException.RequirePath("--results", parsed.GetRequiredValue(results))).Select(files => files.Stored)];
        StoredFigure[] chosen = [.. parsed.GetRequiredValue(runs).Distinct().Select(run => Find(all, run, id))];
        StoredFigure merged = new() { Run = "compare", Metadata = new Dictionary<string, string> { ["runs"] = string.Join(", ", chosen.Select(one => one.Run)) }, Figure = Merge(chosen, parsed) };
        ReadOnlyMemory<byte> drawing = new FigureDrawer(services.Get<IFigureRenderer>(), services.Terminal).Draw(merged, new FigureStyle()).Content;
        OutputFiles.Write("", path, drawing.Span);
        services.Terminal.Out.WriteLine(path);
        return ExitCode.Success;
    }

    private Figure Merge(StoredFigure[] chosen, ParseResult parsed)
    {
        if (chosen.Length < 2)
        {
            throw new UsageException("RUN names one run only; name two or more that differ.");
        }

        try
        {
            return parsed.GetRequiredValue(form) == Tiles ? FigureMerge.Tiles(chosen) : FigureMerge.Overlay(chosen);
        }
        catch (FigureException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static StoredFigure Find(StoredFigure[] all, string run, string id)
    {
        StoredFigure[] ofRun = [.. all.Where(figure => figure.Run == run)];
        return ofRun.Length == 0 ? throw new UsageException($"there is no run \"{run}\" with figures; {Spelling.Suggest(run, all.Select(figure => figure.Run).Distinct())}")
            : ofRun.FirstOrDefault(figure => figure.Figure.Id == id)
                ?? throw new UsageException($"run \"{run}\" has no figure \"{id}\"; {Spelling.Suggest(id, ofRun.Select(figure => figure.Figure.Id))}");
    }
}
