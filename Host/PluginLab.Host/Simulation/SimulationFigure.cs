using PluginLab.Dynamics;
using PluginLab.Figures;

namespace PluginLab.Host.Simulation;

/// <summary>A simulation as a figure: the state, and beside it the observables.</summary>
internal static class SimulationFigure
{
    private const int MostLabels = 8;

    /// <summary>Describes the figure; null if too little was saved to draw a line.</summary>
    public static Figure? Create(string system, Simulation simulation, SimulationResult result)
    {
        Trajectory trajectory = result.Solution.PartialTrajectory;
        if (trajectory.Count < 2)
        {
            return null;
        }

        Line[] components = [.. Enumerable.Range(0, trajectory.State(0).Length).Select(index =>
            Line($"state-{index + 1}", $"$x_{{{index + 1}}}$", index, trajectory, trajectory.Component(index)))];
        Line[] observables = [.. result.Observables.Select((series, index) => Line(series.Name, series.Name, index, trajectory, series.Values))];
        Panel[] panels = observables.Length == 0 ? [Panel("state $x$", components)] : [Panel("state $x$", components), Panel("observable", observables)];
        return new Figure
        {
            Id = "simulation",
            Title = system,
            Caption = $"{simulation.Integrator.Name}. {result.Solution.Diagnostic}",
            AltText = $"The state of {system} against time, and its observables.",
            Size = FigureSize.TwoColumns,
            Columns = panels.Length,
            Panels = panels,
        };
    }

    private static Line Line(string id, string label, int color, Trajectory trajectory, IReadOnlyList<double> values) =>
        new() { Id = id, Label = label, Color = color, X = trajectory.Times, Y = values };

    private static Panel Panel(string axis, Line[] lines) => new()
    {
        X = Axis.Linear("time $t$"),
        Y = Axis.Linear(axis),
        Marks = lines,
        Legend = lines.Length <= MostLabels ? LegendPlacement.Direct : LegendPlacement.None,
    };
}
