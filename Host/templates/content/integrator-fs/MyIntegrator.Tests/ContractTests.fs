module MyIntegrator.Tests.ContractTests

open NUnit.Framework
open PluginLab.Testing

let cases = PluginContract.CasesOf(MyIntegrator.MyIntegratorPlugin())

[<TestCaseSource(nameof cases)>]
let ``Keeps its contract`` (contract: ContractCase) = contract.Verify()

[<Test>]
let ``The order is two`` () =
    Assert.That(ObservedOrder.Of(MyIntegrator.integrator, "step", 1.0 / 16.0), Is.EqualTo(2.0).Within 0.2)
