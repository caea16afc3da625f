using System.Reflection;
using System.Text.Json;

namespace PluginLab.GradientFlows.Tests.Reference;

/// <summary>A case of the oracle: exact inputs, and outputs computed to 30 digits by independent methods.</summary>
public sealed class ReferenceCase
{
    private readonly JsonElement json;

    private ReferenceCase(JsonElement json) => this.json = json;

    public string Id => json.GetProperty("id").GetString()!;

    public string System => json.GetProperty("system").GetString()!;

    public JsonElement Parameters => json.GetProperty("params");

    public JsonElement Initial => json.GetProperty("initial");

    public JsonElement Expected => json.GetProperty("expected");

    public double[] Times => Numbers(json.GetProperty("t"));

    public int[] Steps => [.. Numbers(json.GetProperty("steps")).Select(step => (int)step)];

    public double Target => Parameters.GetProperty("s").GetDouble();

    /// <summary>The exponents of a monomial; all 1 for a product of degree d.</summary>
    public int[] Exponents => Parameters.TryGetProperty("k", out JsonElement exponents)
        ? [.. Numbers(exponents).Select(exponent => (int)exponent)]
        : [.. Enumerable.Repeat(1, Parameters.GetProperty("d").GetInt32())];

    /// <summary>Names of all reference files embedded in the tests.</summary>
    public static IEnumerable<string> Files =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal));

    public static IReadOnlyList<ReferenceCase> Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new ArgumentException($"There is no reference file '{file}'.", nameof(file));
        return [.. JsonDocument.Parse(stream).RootElement.GetProperty("cases").EnumerateArray().Select(element => new ReferenceCase(element.Clone()))];
    }

    /// <summary>The cases of a file, each as a test case under its id.</summary>
    public static IEnumerable<TestCaseData> TestCases(string file) => Read(file).Select(reference => new TestCaseData(reference).SetArgDisplayNames(reference.Id));

    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(element => element.GetDouble())];

    public double[] ExpectedNumbers(string name) => Numbers(Expected.GetProperty(name));

    public double ExpectedNumber(string name) => Expected.GetProperty(name).GetDouble();

    public override string ToString() => Id;
}
