using System.Text.RegularExpressions;
using PluginLab.Dynamics;
using PluginLab.Figures;

namespace PluginLab.Host.Simulation;

/// <summary>A simulation as a figure: the state, then the observables, those of one family together.</summary>
/// <remarks>What is too much to be told apart by colour is drawn in grey under one name.</remarks>
internal static partial class SimulationFigure
{
    private const int MostColors = 8;
    private const int MostColumns = 3;
    private const int RowHeight = 340;

    /// <summary>Describes the figure; null if too little was saved to draw a line.</summary>
    public static Figure? Create(string system, Simulation simulation, SimulationResult result)
    {
        Trajectory trajectory = result.Solution.PartialTrajectory;
        if (trajectory.Count < 2)
        {
            return null;
        }

        Series[] components = [.. Enumerable.Range(1, trajectory.State(0).Length).Select(index =>
            new Series($"state-{index}", $"$x_{{{index}}}$", trajectory.Component(index - 1)))];
        Panel[] panels = [Panel("state $x$", trajectory.Times, components), .. ObservablePanels(trajectory.Times, result.Observables)];
        int rows = (panels.Length + MostColumns - 1) / MostColumns;
        return new Figure
        {
            Id = "simulation",
            Title = system,
            Caption = $"{simulation.Integrator.Name}. {result.Solution.Diagnostic}",
            AltText = $"The state of {system} against time, and its observables.",
            Size = rows == 1 ? FigureSize.TwoColumns : new FigureSize(FigureSize.TwoColumns.Width, rows * RowHeight),
            Columns = Math.Min(panels.Length, MostColumns),
            Panels = panels,
        };
    }

    /// <summary>A panel for each family, such as <c>strength-1</c>, <c>strength-2</c>, …, and panels for those that stand alone.</summary>
    private static IEnumerable<Panel> ObservablePanels(IReadOnlyList<double> times, IReadOnlyList<ObservedSeries> observables)
    {
        IGrouping<string, Series>[] families = [.. observables
            .Select(observable => new Series(observable.Name, observable.Name, observable.Values))
            .GroupBy(series => Numbering().Replace(series.Id, ""))];
        IEnumerable<Series> alone = families.Where(family => family.Count() == 1).SelectMany(family => family);
        return alone.Chunk(MostColors).Select(chunk => Panel(chunk.Length == 1 ? chunk[0].Label : "observable", times, chunk))
            .Concat(families.Where(family => family.Count() > 1).Select(family => Panel(family.Key, times, [.. family])));
    }

    private static Panel Panel(string axis, IReadOnlyList<double> times, IReadOnlyList<Series> series) => new()
    {
        X = Axis.Linear("time $t$"),
        Y = Axis.Linear(axis),
        Marks = [.. series.Select((one, index) => series.Count <= MostColors ? Coloured(one, index, times) : Grey(series, index, times))],
        Legend = LegendPlacement.Below,
    };

    private static Line Coloured(Series series, int color, IReadOnlyList<double> times) =>
        new() { Id = series.Id, Label = series.Label, Color = color, X = times, Y = series.Values };

    private static Line Grey(IReadOnlyList<Series> all, int index, IReadOnlyList<double> times) => new()
    {
        Id = all[index].Id,
        Label = index == 0 ? $"{all[0].Label} to {all[^1].Label}" : null,
        Role = MarkRole.Reference,
        X = times,
        Y = all[index].Values,
    };

    [GeneratedRegex("(-[0-9]+)+$")]
    private static partial Regex Numbering();

    private sealed record Series(string Id, string Label, IReadOnlyList<double> Values);
}
