namespace PluginLab.FSharp

open System
open System.IO
open System.Reflection
open System.Runtime.Loader
open PluginLab.Extensibility
open PluginLab.Numerics.Integration

/// <summary>The assemblies of one plugin: contracts are those of the script, all else its own.</summary>
/// <remarks>Files are read whole, so that a plugin can be built anew while a script holds it, and loaded again.</remarks>
[<Sealed>]
type internal PluginContext(path: string) =
    inherit AssemblyLoadContext(Path.GetFileName path, false)

    static let shared = [ typeof<IPlugin>.Assembly; typeof<StepIntegrator>.Assembly ]

    member context.LoadFile(file: string) =
        use bytes = new MemoryStream(File.ReadAllBytes file)
        context.LoadFromStream bytes

    member _.FindShared(name: string) = shared |> List.tryFind (fun assembly -> assembly.GetName().Name = name)

    member _.Beside(name: string) = Path.Combine(string (Path.GetDirectoryName path), $"{name}.dll")

    override context.Load(wanted: AssemblyName) : Assembly | null =
        let name = string wanted.Name
        match context.FindShared name with
        | Some assembly -> assembly
        | None when String.IsNullOrEmpty wanted.CultureName && File.Exists(context.Beside name) -> context.LoadFile(context.Beside name)
        | None -> null

/// <summary>Plugins of the host, without the host.</summary>
/// <remarks>The host says of more plugins why they do not load: <c>pluginlab plugins check FOLDER</c>.</remarks>
[<RequireQualifiedAccess>]
module Plugin =
    let private refuse (path: string) (reason: string) : 'T = invalidArg (nameof path) $"{path}: {reason}"

    /// The DLL of a plugin: itself, the one named like its folder, or the only one there that comes with a deps.json, or comes alone.
    let private findAssembly (path: string) : string =
        let full = Path.TrimEndingDirectorySeparator(Path.GetFullPath path)
        let named = Path.Combine(full, $"{Path.GetFileName full}.dll")
        if File.Exists full then
            full
        elif not (Directory.Exists full) then
            refuse path "there is no such file or folder; name a plugin's DLL, or the folder in which it lies."
        elif File.Exists named then
            named
        else
            let assemblies = Directory.GetFiles(full, "*.dll")
            match assemblies |> Array.filter (fun file -> File.Exists(Path.ChangeExtension(file, ".deps.json"))), assemblies with
            | [| only |], _
            | _, [| only |] -> only
            | _, [||] -> refuse path "the folder holds no DLL; build the plugin into it."
            | _ -> refuse path "the folder holds several DLLs, and none has its name; name the DLL of the plugin."

    let private create (path: string) (entry: Type) =
        match entry.GetConstructor Type.EmptyTypes with
        | null -> refuse path $"{entry.FullName} asks for services in its constructor, which only the host has; add one without parameters."
        | constructor -> constructor.Invoke [||] :?> IPlugin

    let private requireReferences (path: string) (context: PluginContext) (plugin: Assembly) =
        let framework = string (Path.GetDirectoryName typeof<obj>.Assembly.Location)
        for reference in plugin.GetReferencedAssemblies() do
            let name = string reference.Name
            let isThere = File.Exists(context.Beside name) || File.Exists(Path.Combine(framework, $"{name}.dll"))
            if context.FindShared(name).IsNone && not isThere then
                refuse path $"the plugin needs {name}, which does not lie beside it; copy the whole output folder of its build."

    let private start (path: string) (file: string) =
        let context = PluginContext file
        let plugin = context.LoadFile file
        requireReferences path context plugin
        let isEntry (candidate: Type) = typeof<IPlugin>.IsAssignableFrom candidate && candidate.IsClass && not candidate.IsAbstract
        match plugin.GetExportedTypes() |> Array.filter isEntry with
        | [| entry |] -> (create path entry).Catalog
        | [||] -> refuse path "the DLL is no plugin: it has no public class that implements IPlugin of this version of PluginLab."
        | several -> refuse path $"the DLL has {several.Length} public classes that implement IPlugin; leave one."

    let private outdated (path: string) (fault: exn) =
        refuse path $"the plugin was built against another version of PluginLab: {fault.Message}"

    /// <summary>Loads a plugin: everything that it offers.</summary>
    /// <param name="path">Its DLL, or the folder in which it lies. Loaded anew by each call.</param>
    /// <exception cref="T:System.ArgumentException">It cannot be loaded; the message says why.</exception>
    let load (path: string) : PluginCatalog =
        let file = findAssembly path
        try
            start path file
        with
        | :? BadImageFormatException -> refuse path "the file is no .NET assembly."
        | :? TargetInvocationException as fault -> refuse path $"the plugin failed to start: {fault.GetBaseException().Message}"
        | :? TypeInitializationException as fault -> refuse path $"the plugin failed to start: {fault.GetBaseException().Message}"
        | :? MissingMemberException as fault -> outdated path fault
        | :? TypeLoadException as fault -> outdated path fault

    let private choose kind (path: string) (id: string) (idOf: 'T -> string) (offered: 'T seq) : 'T =
        match offered |> Seq.tryFind (fun item -> idOf item = id) with
        | Some item -> item
        | None ->
            let ids = offered |> Seq.map idOf |> String.concat ", "
            refuse path $"""the plugin has no {kind} '{id}'; it has {if ids = "" then "none" else ids}."""

    /// <summary>Loads a system of a plugin.</summary>
    /// <param name="path">The plugin's DLL, or the folder in which it lies.</param>
    /// <param name="id">Id of the component.</param>
    /// <param name="values">Values of its parameters; the others have their defaults.</param>
    /// <exception cref="T:System.ArgumentException">There is none such, or a value is wrong; the message says what.</exception>
    let system path id (values: Value list) = (load path).Systems |> choose "system" path id _.Id |> Component.create values

    /// <summary>Loads an integrator of a plugin.</summary>
    /// <param name="path">The plugin's DLL, or the folder in which it lies.</param>
    /// <param name="id">Id of the component.</param>
    /// <param name="values">Values of its parameters; the others have their defaults.</param>
    /// <exception cref="T:System.ArgumentException">There is none such, or a value is wrong; the message says what.</exception>
    let integrator path id (values: Value list) = (load path).Integrators |> choose "integrator" path id _.Id |> Component.create values
