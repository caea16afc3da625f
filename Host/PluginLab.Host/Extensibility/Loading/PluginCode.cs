using System.Reflection;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>The one place where code of a plugin is run while loading or checking: whatever it throws becomes text.</summary>
internal static class PluginCode
{
    /// <summary>Runs code of a plugin.</summary>
    /// <returns>What it returned, or what went wrong. The exception itself is never kept: it would hold on to the plugin's objects.</returns>
    public static (T? Value, PluginFault? Fault) Run<T>(Func<T> code)
    {
        try
        {
            return (code(), null);
        }
        catch (Exception exception)
        {
            return (default, Describe(exception));
        }
    }

    private static PluginFault Describe(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Describe(inner),
        TypeInitializationException { InnerException: { } inner } initializer => new(PluginFaultKind.Initializer, Describe(inner).Reason, initializer.TypeName),
        FileNotFoundException or FileLoadException or BadImageFormatException => new(PluginFaultKind.Dependency, LoadDiagnoses.OneLine(exception.Message)),
        DllNotFoundException => new(PluginFaultKind.NativeLibrary, NameIn(exception.Message)),
        InvalidProgramException => new(PluginFaultKind.Damaged, LoadDiagnoses.OneLine(exception.Message)),
        TypeLoadException or MissingMemberException => new(PluginFaultKind.Code, LoadDiagnoses.OneLine(exception.Message)),
        OperationCanceledException => new(PluginFaultKind.Cancelled, LoadDiagnoses.OneLine(exception.Message)),
        _ => new(PluginFaultKind.Thrown, $"{exception.GetType().Name}: {LoadDiagnoses.OneLine(exception.Message)}"),
    };

    /// <summary>The name of the library, which the runtime quotes among much else.</summary>
    private static string NameIn(string message) => message.Split('\'') is [_, { } name, ..] ? name : LoadDiagnoses.OneLine(message).TrimEnd('.');
}

/// <summary>What went wrong in code of a plugin.</summary>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Reason">What the runtime or the plugin says, on one line.</param>
/// <param name="Type">The type whose static part failed; null for other kinds.</param>
internal sealed record PluginFault(PluginFaultKind Kind, string Reason, string? Type = null)
{
    /// <summary>The line to report for code that belongs to <paramref name="subject"/>.</summary>
    public Diagnosis ToDiagnosis(string file, string subject) => Kind switch
    {
        PluginFaultKind.Dependency => LoadDiagnoses.DependencyUnloadable(file, Reason),
        PluginFaultKind.Code => LoadDiagnoses.BrokenCode(file, subject, Reason),
        PluginFaultKind.NativeLibrary => LoadDiagnoses.NativeLibraryMissing(file, Reason),
        PluginFaultKind.Damaged => LoadDiagnoses.DamagedCode(file, Reason),
        _ => LoadDiagnoses.FailedToStart(file, Type ?? subject, Reason),
    };
}

/// <summary>Kinds of failures in a plugin's code.</summary>
internal enum PluginFaultKind
{
    /// <summary>An exception of the plugin's own.</summary>
    Thrown,

    /// <summary>A static constructor, static field or module initialiser threw.</summary>
    Initializer,

    /// <summary>An assembly is missing or damaged.</summary>
    Dependency,

    /// <summary>A native library is missing.</summary>
    NativeLibrary,

    /// <summary>A type or member is missing.</summary>
    Code,

    /// <summary>Code is no code.</summary>
    Damaged,

    /// <summary>The code gave way to a cancellation.</summary>
    Cancelled,
}
