using System.Reflection;

namespace PluginLab.Testing;

/// <summary>What came of running code of a plugin: the one place where whatever it throws becomes text.</summary>
/// <param name="Value">What it returned.</param>
/// <param name="Failure">What it threw, on one line; null if it did not.</param>
/// <param name="IsCancelled">Whether it gave way to a cancellation.</param>
internal sealed record Attempt<T>(T? Value, string? Failure, bool IsCancelled);

/// <summary>Runs code of a plugin.</summary>
internal static class Attempt
{
    /// <summary>Runs it; the exception itself is never kept, for it would hold on to the plugin's objects.</summary>
    public static Attempt<T> At<T>(Func<T> code)
    {
        try
        {
            return new(code(), null, IsCancelled: false);
        }
        catch (OperationCanceledException exception)
        {
            return new(default, Describe(exception), IsCancelled: true);
        }
        catch (Exception exception)
        {
            return new(default, Describe(exception), IsCancelled: false);
        }
    }

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Describe(Exception exception) => exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner
        ? Describe(inner)
        : $"{exception.GetType().Name}: {OneLine(exception.Message)}";
}
