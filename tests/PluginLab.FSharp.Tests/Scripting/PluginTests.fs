namespace PluginLab.FSharp.Tests.Scripting

open System
open System.IO
open NUnit.Framework
open PluginLab.Extensibility
open PluginLab.FSharp
open PluginLab.FSharp.Tests

type PluginTests() =
    let refusal path = Built.refusal<ArgumentException> (fun () -> Plugin.load path |> ignore)

    [<Test>]
    member _.``A folder and its DLL are the same plugin``() =
        let folder = Built.plugin "FSharpSample"
        let ids (catalog: PluginCatalog) = [ for integrator in catalog.Integrators -> integrator.Id ]

        Assert.That(ids (Plugin.load folder), Is.EqualTo(box [ "bogacki-shampine-3" ]))
        Assert.That(ids (Plugin.load (Path.Combine(folder, "FSharpSample.dll"))), Is.EqualTo(box [ "bogacki-shampine-3" ]))

    [<Test>]
    member _.``A plugin in a folder of another name is found by its deps.json``() =
        Built.inTemporaryFolder (fun folder ->
            for file in Directory.GetFiles(Built.plugin "FSharpSample") do
                File.Copy(file, Path.Combine(folder, string (Path.GetFileName file)))
            Assert.That((Plugin.load folder).Experiments, Has.Count.EqualTo 1)
        )

    [<Test>]
    member _.``A system of a plugin is created with its values``() =
        let system = Plugin.system (Built.plugin "Systems") "monomial" [ "target" => 2.0; "exponents" => [ 1; 1 ] ]

        Assert.That(system.System.Dimension, Is.EqualTo 2)

    [<Test>]
    member _.``An integrator of a plugin is created with its values``() =
        let integrator = Plugin.integrator (Built.plugin "Integrators") "runge-kutta-4" [ "step" => 0.125 ]

        Assert.That(integrator.Name, Does.Contain "0.125")

    [<Test>]
    member _.``What a plugin does not offer is named beside what it does``() =
        let refusal = Built.refusal<ArgumentException> (fun () -> Plugin.system (Built.plugin "Systems") "pendulum" [] |> ignore)

        Assert.That(refusal, Does.Contain("no system 'pendulum'").And.Contain "monomial")

    [<Test>]
    member _.``Nothing at a path is said so``() = Assert.That(refusal "nowhere", Does.StartWith "nowhere: there is no such file or folder")

    [<Test>]
    member _.``An empty folder is said so``() =
        Built.inTemporaryFolder (fun folder -> Assert.That(refusal folder, Does.Contain "the folder holds no DLL"))

    [<Test>]
    member _.``A folder of several DLLs asks for a name``() =
        Built.inTemporaryFolder (fun folder ->
            for name in [ "a.dll"; "b.dll" ] do
                File.WriteAllText(Path.Combine(folder, name), "text")
            Assert.That(refusal folder, Does.Contain "name the DLL of the plugin")
        )

    [<Test>]
    member _.``A file that is no assembly is said so``() =
        Built.inTemporaryFolder (fun folder ->
            File.WriteAllText(Path.Combine(folder, "a.dll"), "text")
            Assert.That(refusal folder, Does.Contain "no .NET assembly")
        )

    [<Test>]
    member _.``An assembly that is no plugin is said so``() =
        let library = Path.Combine(Built.plugin "DegreeProduct", "PluginLab.GradientFlows.dll")

        Assert.That(refusal library, Does.Contain "the DLL is no plugin")

    [<Test>]
    member _.``A plugin whose dependency is missing names it``() =
        Built.inTemporaryFolder (fun folder ->
            let alone = Path.Combine(folder, "DegreeProduct.dll")
            File.Copy(Path.Combine(Built.plugin "DegreeProduct", "DegreeProduct.dll"), alone)
            Assert.That(refusal alone, Does.Contain "needs PluginLab.GradientFlows")
        )

    [<Test>]
    member _.``A plugin that is loaded can be overwritten and loaded again``() =
        Built.inTemporaryFolder (fun folder ->
            let copy name = File.Copy(Path.Combine(Built.plugin name, $"{name}.dll"), Path.Combine(folder, "Mine.dll"), overwrite = true)
            let count () = (Plugin.load (Path.Combine(folder, "Mine.dll"))).Integrators.Count
            copy "Integrators"
            let before = count ()
            copy "FSharpSample"
            File.Copy(Path.Combine(Built.plugin "FSharpSample", "FSharp.Core.dll"), Path.Combine(folder, "FSharp.Core.dll"))
            Assert.That(before, Is.GreaterThan 1)
            Assert.That(count (), Is.EqualTo 1)
        )
