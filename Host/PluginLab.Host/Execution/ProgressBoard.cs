namespace PluginLab.Host.Execution;

/// <summary>Where a run stands.</summary>
internal enum RunStage
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Going on.</summary>
    Running,

    /// <summary>Ended, well or not.</summary>
    Ended,
}

/// <summary>Where each run stands: written by the workers, read by whoever shows it.</summary>
internal sealed class ProgressBoard
{
    private readonly Line[] lines;

    /// <summary>Creates a board on which all runs wait.</summary>
    public ProgressBoard(IReadOnlyList<string> names) => lines = [.. names.Select(name => new Line(name))];

    /// <summary>The runs, in the order of the plan.</summary>
    public IReadOnlyList<(string Name, RunStage Stage, double Fraction)> Lines => [.. lines.Select(line => (line.Name, line.Stage, line.Fraction))];

    /// <summary>Number of runs that ended.</summary>
    public int EndedCount => lines.Count(line => line.Stage == RunStage.Ended);

    /// <summary>Notes that a run begins.</summary>
    /// <returns>Where it reports the fraction done.</returns>
    public IProgress<double> Begin(int index)
    {
        lines[index].Stage = RunStage.Running;
        return lines[index];
    }

    /// <summary>Notes that a run ended.</summary>
    public void End(int index) => lines[index].Stage = RunStage.Ended;

    private sealed class Line(string name) : IProgress<double>
    {
        private volatile RunStage stage;
        private double fraction;

        public string Name => name;

        public RunStage Stage
        {
            get => stage;
            set => stage = value;
        }

        public double Fraction => stage == RunStage.Ended ? 1 : Volatile.Read(ref fraction);

        public void Report(double value) => Volatile.Write(ref fraction, double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1));
    }
}
