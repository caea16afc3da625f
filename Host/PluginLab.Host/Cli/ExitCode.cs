namespace PluginLab.Host.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All ran; every verdict is the expected one.</summary>
    public const int Success = 0;

    /// <summary>An error of PluginLab's own.</summary>
    public const int InternalError = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The manifest is invalid.</summary>
    public const int InvalidManifest = 3;

    /// <summary>A plugin cannot be loaded or breaks its contract.</summary>
    public const int PluginFailure = 4;

    /// <summary>A run failed; the others went on.</summary>
    public const int RunFailed = 5;

    /// <summary>A verdict is not the expected one.</summary>
    public const int UnexpectedVerdict = 6;

    /// <summary>A verdict is inconclusive, and that is not allowed.</summary>
    public const int InconclusiveVerdict = 7;

    /// <summary>Figures differ.</summary>
    public const int FiguresDiffer = 8;

    /// <summary>Results are missing.</summary>
    public const int Incomplete = 9;

    /// <summary>Interrupted; the same command goes on.</summary>
    public const int Interrupted = 75;

    private static readonly int[] Precedence =
        [InternalError, InvalidManifest, PluginFailure, Interrupted, Incomplete, RunFailed, UnexpectedVerdict, InconclusiveVerdict, FiguresDiffer];

    /// <summary>The code that wins where several apply: the first of 1, 3, 4, 75, 9, 5, 6, 7, 8; 0 if none does.</summary>
    public static int Combine(IEnumerable<int> codes)
    {
        HashSet<int> present = [.. codes];
        return Precedence.FirstOrDefault(present.Contains, Success);
    }

    /// <summary>The meaning of a code, as a clause.</summary>
    public static string Meaning(int code) => code switch
    {
        Success => "all ran, no verdict speaks against the expected one",
        InternalError => "internal error",
        Usage => "usage",
        InvalidManifest => "the manifest is invalid",
        PluginFailure => "a plugin cannot be loaded or breaks its contract",
        RunFailed => "a run failed, the others went on",
        UnexpectedVerdict => "a verdict is not the expected one",
        InconclusiveVerdict => "a verdict is inconclusive",
        FiguresDiffer => "figures differ",
        Incomplete => "results are missing",
        Interrupted => "interrupted, resumable",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, $"{code} is no exit code."),
    };
}
