namespace PluginLab.Documentation.Tests.Examples;

/// <summary>The samples of both languages say the same.</summary>
public sealed class LanguageTests
{
    [TestCase("CSharpPlugin/Decay.cs", "FSharpPlugin/Decay.fs")]
    [TestCase("CSharpIntegrator/Heun.cs", "FSharpIntegrator/Heun.fs")]
    [TestCase("CSharpOscillator/VanDerPol.cs", "FSharpOscillator/VanDerPol.fs")]
    [TestCase("CSharpSystem/TanhProduct.cs", "FSharpSystem/TanhProduct.fs")]
    [TestCase("CSharpSystem/BalancedTanh.cs", "FSharpSystem/BalancedTanh.fs")]
    [TestCase("CSharpSystem/TanhSweep.cs", "FSharpSystem/TanhSweep.fs")]
    [TestCase("CSharpSystem/TanhPlugin.cs", "FSharpSystem/TanhPlugin.fs")]
    [TestCase("scripts/wait.cs", "scripts/wait.fsx")]
    public void A_sample_is_as_short_in_FSharp_as_in_CSharp_or_shorter(string csharp, string fsharp) => Assert.That(LinesOf(fsharp), Is.LessThanOrEqualTo(LinesOf(csharp)));

    private static int LinesOf(string sample) => File.ReadLines(Built.RepositoryFile($"docs/examples/{sample}")).Count();
}
