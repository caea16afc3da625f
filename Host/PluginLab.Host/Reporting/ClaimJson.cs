using System.Text.Json;
using PluginLab.Experiments;

namespace PluginLab.Host.Reporting;

/// <summary>Writes a claim with its evidence, with keys in a fixed order.</summary>
internal static class ClaimJson
{
    /// <summary>Writes the members of the object of a claim.</summary>
    public static void Write(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteString("id", claim.Id);
        writer.WriteString("source", claim.Source);
        writer.WriteString("statement", claim.Statement);
        writer.WriteReal("predicted", claim.Predicted);
        writer.WriteReal("measured", claim.Measured);
        writer.WriteReal("uncertainty", claim.Uncertainty);
        writer.WriteStartObject("bound");
        writer.WriteReal("lower", claim.Bound.Lower);
        writer.WriteReal("upper", claim.Bound.Upper);
        writer.WriteEndObject();
        writer.WriteString("verdict", JsonBytes.Name(claim.Verdict));
        writer.WriteString("expected", JsonBytes.Name(claim.Expected));
        writer.WriteOptional("correctedForm", claim.CorrectedForm);
        writer.WriteOptional("notApplicable", claim.NotApplicable);
    }
}
