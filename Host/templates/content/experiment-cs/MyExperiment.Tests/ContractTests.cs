using NUnit.Framework;
using PluginLab.Testing;

namespace MyExperiment.Tests;

public sealed class ContractTests
{
    private static IEnumerable<ContractCase> Cases => PluginContract.CasesOf(new MyExperimentPlugin());

    [TestCaseSource(nameof(Cases))]
    public void Keeps_its_contract(ContractCase contract) => contract.Verify();
}
