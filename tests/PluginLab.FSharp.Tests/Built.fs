/// The built host and its plugins.
module PluginLab.FSharp.Tests.Built

open System
open System.Diagnostics
open System.IO
open System.Reflection
open NUnit.Framework

let private hostFolder =
    Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
    |> Seq.find (fun metadata -> metadata.Key = "HostFolder")
    |> fun metadata -> string metadata.Value

/// The message with which something is refused.
let refusal<'E when 'E :> exn> (act: unit -> unit) : string =
    try
        act ()
        Assert.Fail $"Expected: {typeof<'E>.Name}, but nothing was refused."
        ""
    with :? 'E as refused ->
        refused.Message

/// The folder of a bundled plugin.
let plugin name = Path.Combine(hostFolder, "plugins", name)

/// A new folder, handed to a function and removed after it.
let inTemporaryFolder (act: string -> unit) =
    let folder = Directory.CreateTempSubdirectory "pluginlab-fsharp-"
    try
        act folder.FullName
    finally
        folder.Delete true

/// Runs the host in a folder and waits for its end; exit code and both streams.
let runHost (folder: string) (arguments: string list) =
    let start =
        ProcessStartInfo(
            "dotnet", Path.Combine(hostFolder, "pluginlab.dll") :: arguments, WorkingDirectory = folder,
            RedirectStandardOutput = true, RedirectStandardError = true)
    use host = nonNull (Process.Start start)
    let errors = host.StandardError.ReadToEndAsync()
    let output = host.StandardOutput.ReadToEnd()
    host.WaitForExit()
    host.ExitCode, output + errors.Result
