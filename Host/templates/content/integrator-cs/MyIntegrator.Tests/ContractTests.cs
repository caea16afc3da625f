using NUnit.Framework;
using PluginLab.Testing;

namespace MyIntegrator.Tests;

public sealed class ContractTests
{
    private static IEnumerable<ContractCase> Cases => PluginContract.CasesOf(new MyIntegratorPlugin());

    [TestCaseSource(nameof(Cases))]
    public void Keeps_its_contract(ContractCase contract) => contract.Verify();

    [Test]
    public void The_order_is_two() =>
        Assert.That(ObservedOrder.Of(new MyIntegratorPlugin().Catalog.Integrators[0], "step", 1 / 16.0), Is.EqualTo(2).Within(0.2));
}
