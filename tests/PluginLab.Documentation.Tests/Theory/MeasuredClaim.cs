using System.Text.Json;
using System.Text.RegularExpressions;
using PluginLab.Experiments;

namespace PluginLab.Documentation.Tests.Theory;

/// <summary>A claim as a run measured it.</summary>
internal sealed partial record MeasuredClaim
{
    /// <summary>Id of the claim.</summary>
    public required string Id { get; init; }

    /// <summary>The experiment that states it.</summary>
    public required string Experiment { get; init; }

    /// <summary>The plugin of the experiment, which is also the name of its folder.</summary>
    public required string Plugin { get; init; }

    /// <summary>The predicted value.</summary>
    public required double Predicted { get; init; }

    /// <summary>The measured value.</summary>
    public required double Measured { get; init; }

    /// <summary>The uncertainty of the measured value.</summary>
    public required double Uncertainty { get; init; }

    /// <summary>Where the measured value must lie.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The verdict that is expected.</summary>
    public required Verdict Expected { get; init; }

    /// <summary>What holds instead of a statement that fails.</summary>
    public string? CorrectedForm { get; init; }

    /// <summary>Why the claim does not speak of the run; null if it does.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>The figures that show it, as paths in the folder of results.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>The statement that it measures; null if none.</summary>
    public int? Number => Statement.NumberOf(Id);

    /// <summary>What claims that differ only by their degrees have in common.</summary>
    public string Family => TrailingDegrees().Replace(Id, "");

    /// <summary>The claims of a report.</summary>
    public static IEnumerable<MeasuredClaim> ReadAll(JsonElement report)
    {
        string experiment = report.GetProperty("experiment").GetString()!, plugin = report.GetProperty("plugin").GetString()!;
        JsonElement[] figures = [.. report.GetProperty("figures").EnumerateArray()];
        return report.GetProperty("claims").EnumerateArray().Select(claim => Read(claim, experiment, plugin) with
        {
            Figures =
            [
                .. from figure in figures
                   where figure.GetProperty("claims").EnumerateArray().Any(id => id.GetString() == claim.GetProperty("id").GetString())
                   select figure.GetProperty("image").GetString()!,
            ],
        });
    }

    private static MeasuredClaim Read(JsonElement claim, string experiment, string plugin) => new()
    {
        Id = claim.GetProperty("id").GetString()!,
        Experiment = experiment,
        Plugin = plugin,
        Predicted = Real(claim, "predicted"),
        Measured = Real(claim, "measured"),
        Uncertainty = Real(claim, "uncertainty"),
        Bound = new Bound(Real(claim.GetProperty("bound"), "lower"), Real(claim.GetProperty("bound"), "upper")),
        Expected = Enum.Parse<Verdict>(claim.GetProperty("expected").GetString()!, ignoreCase: true),
        CorrectedForm = claim.TryGetProperty("correctedForm", out JsonElement form) ? form.GetString() : null,
        NotApplicable = claim.TryGetProperty("notApplicable", out JsonElement reason) ? reason.GetString() : null,
    };

    /// <summary>A number, or the name of one that JSON has no number for.</summary>
    private static double Real(JsonElement claim, string key) => claim.GetProperty(key) is { ValueKind: JsonValueKind.Number } number
        ? number.GetDouble()
        : double.Parse(claim.GetProperty(key).GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[a-z])-\d+(-\d+)?$")]
    private static partial Regex TrailingDegrees();
}
