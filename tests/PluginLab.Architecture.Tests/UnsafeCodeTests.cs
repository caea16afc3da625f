using System.Text.RegularExpressions;

namespace PluginLab.Architecture.Tests;

/// <summary>Pointers, and instructions of one family of processors, stay in the folder of the matrix kernels, behind its face of spans.</summary>
public sealed partial class UnsafeCodeTests
{
    private static readonly string Kernels = Path.Combine("Abstractions", "PluginLab.Numerics", "LinearAlgebra", "Kernels");

    [TestCase("Abstractions")]
    [TestCase("Host")]
    [TestCase("Plugins")]
    public void Unsafe_code_and_intrinsics_live_in_one_folder(string folder) =>
        Assert.That(Places.Sources(folder, "*.cs").Where(file => !file.Contains(Kernels, StringComparison.Ordinal)).Where(IsUnsafe), Is.Empty);

    [Test]
    public void The_rule_sees_the_kernels() => Assert.That(Places.Sources(Kernels, "*.cs").Where(IsUnsafe), Is.Not.Empty);

    private static bool IsUnsafe(string file) =>
        File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && UnsafePattern().IsMatch(line));

    [GeneratedRegex(@"\bunsafe\b(?!-)|\bIntrinsics\.(X86|Arm|Wasm)\b")]
    private static partial Regex UnsafePattern();
}
