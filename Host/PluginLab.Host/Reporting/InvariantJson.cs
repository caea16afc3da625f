using System.Text.Json;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Reporting;

/// <summary>Writes monitored invariants, with keys in a fixed order.</summary>
internal static class InvariantJson
{
    /// <summary>Writes a list of them.</summary>
    public static void WriteInvariants(this Utf8JsonWriter writer, string key, IReadOnlyList<MonitoredInvariant> invariants)
    {
        writer.WriteStartArray(key);
        foreach (MonitoredInvariant invariant in invariants)
        {
            writer.WriteStartObject();
            writer.WriteString("name", invariant.Name);
            writer.WriteString("description", invariant.Description);
            writer.WriteString("kind", JsonBytes.Name(invariant.Kind));
            writer.WriteString("system", invariant.System);
            writer.WriteString("errorControl", JsonBytes.Name(invariant.Control));
            writer.WriteNumber("solves", invariant.Solves);
            writer.WriteReal("drift", invariant.Drift);
            writer.WriteReal("scale", invariant.Scale);
            if (invariant.Allowed is { } allowed)
            {
                writer.WriteReal("allowed", allowed);
                writer.WriteReal("shareOfAllowed", invariant.ShareOfAllowed!.Value);
                writer.WriteBoolean("isLarge", invariant.IsLarge);
            }

            writer.WriteReal("time", invariant.Time);
            writer.WriteNumber("dimension", invariant.Dimension);
            writer.WriteString("integrator", invariant.Integrator);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
