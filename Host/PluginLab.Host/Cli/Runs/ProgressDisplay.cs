using PluginLab.Host.Execution;
using Spectre.Console;

namespace PluginLab.Host.Cli.Runs;

/// <summary>Shows where runs stand, on the error stream: bars on a terminal, else a line every few seconds.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows the board until the work is done.</summary>
    public static void Show(ProgressBoard board, Task work, Terminal terminal, TimeProvider clock)
    {
        if (terminal.IsErrorColoured)
        {
            ShowBars(board, work, terminal);
        }
        else
        {
            ShowLines(board, work, terminal, clock);
        }
    }

    private static void ShowLines(ProgressBoard board, Task work, Terminal terminal, TimeProvider clock)
    {
        long start = clock.GetTimestamp();
        while (!IsDone(work, BetweenLines))
        {
            string running = string.Join(", ", board.Lines.Where(line => line.Stage == RunStage.Running).Select(line => $"{line.Name} {line.Fraction * 100:0} %"));
            terminal.Error.WriteLine($"[{clock.GetElapsedTime(start).TotalSeconds:0} s] {board.EndedCount} of {board.Lines.Count} runs done; running: {running}");
        }
    }

    private static void ShowBars(ProgressBoard board, Task work, Terminal terminal) =>
        terminal.CreateErrorConsole().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask[] bars = [.. board.Lines.Select(line => context.AddTask(line.Name, autoStart: false, maxValue: 1))];
                bool isDone = false;
                while (!isDone)
                {
                    isDone = IsDone(work, BetweenFrames);
                    Update(bars, board);
                }
            });

    private static void Update(ProgressTask[] bars, ProgressBoard board)
    {
        foreach ((ProgressTask bar, (_, RunStage stage, double fraction)) in bars.Zip(board.Lines))
        {
            if (stage != RunStage.Waiting && !bar.IsStarted)
            {
                bar.StartTask();
            }

            bar.Value = fraction;
        }
    }

    /// <summary>Waits for the work without throwing what it threw.</summary>
    private static bool IsDone(Task work, TimeSpan patience) => Task.WaitAny([work], patience) == 0;
}
