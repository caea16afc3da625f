using System.Globalization;
using System.Runtime.InteropServices;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Reporting;

/// <summary>Writes <c>provenance.json</c>: the only file that holds times, machines and paths.</summary>
internal static class ProvenanceJson
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Create(LoadedPlan loaded, IReadOnlyList<RunRecord> records, DateTimeOffset start, DateTimeOffset end) => JsonBytes.Create(writer =>
    {
        Manifest manifest = loaded.Plan.Manifest;
        writer.WriteStartObject();
        writer.WriteString("started", Text(start));
        writer.WriteString("ended", Text(end));
        writer.WriteString("version", typeof(ProvenanceJson).Assembly.GetName().Version!.ToString());
        writer.WriteTexts("commandLine", Environment.GetCommandLineArgs().Skip(1));
        writer.WriteString("manifest", Path.GetFullPath(manifest.Path));
        writer.WriteOptional("commit", GitCommit.Find(manifest.Folder));
        writer.WriteString("host", Environment.MachineName);
        writer.WriteNumber("processId", Environment.ProcessId);
        writer.WriteString("operatingSystem", RuntimeInformation.OSDescription);
        writer.WriteString("architecture", RuntimeInformation.ProcessArchitecture.ToString());
        writer.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        writer.WriteNumber("processors", Environment.ProcessorCount);
        writer.WriteStartObject("seconds");
        foreach (RunRecord record in records)
        {
            writer.WriteReal(record.Run.Name, Math.Round(record.Duration.TotalSeconds, 3));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("stackTraces");
        foreach (RunRecord record in records)
        {
            writer.WriteOptional(record.Run.Name, record.Failure?.Detail);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
