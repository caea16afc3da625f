module MyExperiment.Tests.ContractTests

open NUnit.Framework
open PluginLab.Testing

let cases = PluginContract.CasesOf(MyExperiment.MyExperimentPlugin())

[<TestCaseSource(nameof cases)>]
let ``Keeps its contract`` (contract: ContractCase) = contract.Verify()
