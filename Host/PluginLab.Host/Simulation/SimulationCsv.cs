using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Host.Simulation;

/// <summary>A simulation as a table: a row for each saved time, a column for each component of the state and each observable.</summary>
internal static class SimulationCsv
{
    /// <summary>Writes the table, as RFC 4180 has it, but lines end with a line feed.</summary>
    public static void Write(TextWriter writer, SimulationResult result)
    {
        Trajectory trajectory = result.Solution.PartialTrajectory;
        int dimension = trajectory.Count == 0 ? 0 : trajectory.State(0).Length;
        IEnumerable<string> components = Enumerable.Range(1, dimension).Select(index => $"state-{index}");
        writer.WriteLine(string.Join(',', ["time", .. components, .. result.Observables.Select(series => series.Name)]));
        for (int i = 0; i < trajectory.Count; i++)
        {
            IEnumerable<double> row = [trajectory.Times[i], .. trajectory.State(i), .. result.Observables.Select(series => series.Values[i])];
            writer.WriteLine(string.Join(',', row.Select(NumberText.Of)));
        }
    }
}
