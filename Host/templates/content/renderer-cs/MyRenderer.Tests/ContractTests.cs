using NUnit.Framework;
using PluginLab.Testing;

namespace MyRenderer.Tests;

public sealed class ContractTests
{
    private static IEnumerable<ContractCase> Cases => PluginContract.CasesOf(new MyRendererPlugin());

    [TestCaseSource(nameof(Cases))]
    public void Keeps_its_contract(ContractCase contract) => contract.Verify();
}
