using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PluginLab.Documentation.Tests;

/// <summary>What docs/writing-systems.md tells an author to do works, from an empty folder on.</summary>
public sealed partial class WritingSystemsTests
{
    private const double Target = 2;

    private static Page Guide { get; } = new("docs/writing-systems.md");

    [Test]
    public void Every_snippet_is_the_file_that_is_built()
    {
        Assert.That(Guide.Snippets, Has.Count.EqualTo(4));
        foreach (Snippet snippet in Guide.Snippets)
        {
            Assert.That(snippet.Code, Is.EqualTo(snippet.File), snippet.Path);
        }
    }

    [Test]
    public void Every_linked_file_exists() => Assert.That(Guide.BrokenLinks(), Is.Empty);

    [TestCase("CSharpSystem", "")]
    [TestCase("FSharpSystem", "-fsharp")]
    public void Followed_in_an_empty_folder_it_simulates_the_system_to_its_target(string example, string suffix)
    {
        bool isFSharp = example.StartsWith('F');
        using Laboratory laboratory = new();
        PackageFeed.Offer(laboratory);
        laboratory.Take(example, isFSharp ? "*.fs" : "*.cs");
        laboratory.Write(isFSharp ? "Tanh.fsproj" : "Tanh.csproj", Guide.Fenced("xml")[isFSharp ? 1 : 0]);
        string output = "";
        foreach (string command in Guide.Fenced("sh")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output = laboratory.Follow(command.Replace("tanh-product", $"tanh-product{suffix}", StringComparison.Ordinal));
        }

        double[] last = [.. output.Trim().Split('\n')[^1].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        Assert.That(last[3], Is.EqualTo(Target).Within(1e-6), output);
        Assert.That((last[1] * last[1]) - Math.Pow(Math.Sinh(last[2]), 2), Is.EqualTo(0.01 - Math.Pow(Math.Sinh(0.1), 2)).Within(1e-6), "a² − sinh²w is conserved");
    }

    [Test]
    public void The_ensembles_of_both_languages_support_every_claim_with_the_same_bits() => Assert.That(Measure("CSharpSystem", ""), Is.EqualTo(Measure("FSharpSystem", "-fsharp")));

    private static double[] Measure(string example, string suffix)
    {
        using Laboratory laboratory = new(example);
        laboratory.Write("experiments.json", Guide.Fenced("jsonc")[0].Replace("tanh-sweep", $"tanh-sweep{suffix}", StringComparison.Ordinal));
        laboratory.Follow("pluginlab run");
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(laboratory.Path("results", "runs", "tanh", "report.json")));
        JsonElement[] claims = [.. report.RootElement.GetProperty("claims").EnumerateArray()];
        Assert.That(claims.Select(claim => claim.GetProperty("verdict").GetString()), Is.EqualTo(Enumerable.Repeat("supported", 3)));
        Assert.That(report.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDouble(), Is.LessThan(1e-8), "the Hessian along the valley of minima");
        Assert.That(report.RootElement.GetProperty("invariants").EnumerateArray().Select(Followed), Is.EqualTo(new[] { ("imbalance", 10_000L, false), ("loss", 10_000L, false) }));
        string figure = File.ReadAllText(laboratory.Path("results", "runs", "tanh", "figures", "half-time.svg"));
        Assert.That(QuotedExponent().Match(figure).Value, Is.Not.Empty.And.EqualTo(QuotedExponent().Match(Guide.Text).Value));
        return [.. claims.Select(claim => claim.GetProperty("measured").GetDouble())];
    }

    private static (string? Name, long Solves, bool IsLarge) Followed(JsonElement invariant) =>
        (invariant.GetProperty("name").GetString(), invariant.GetProperty("solves").GetInt64(), invariant.GetProperty("isLarge").GetBoolean());

    [GeneratedRegex(@"−[\d.]+ ± [\d.]+ \(95 % CI\)")]
    private static partial Regex QuotedExponent();
}
