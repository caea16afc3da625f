// Runs a bundled experiment without the command line, and looks at what it found.
#load "pluginlab.fsx"

open PluginLab.FSharp

let plugin = __SOURCE_DIRECTORY__ + "/../../../Host/PluginLab.Host/bin/Release/net10.0/plugins/DiagonalCase"
let report = Experiment.load plugin |> Experiment.run [ "singular-values" => [ 3; 1 ] ]

for claim in report.Claims do
    match claim with
    | Supported -> ()
    | Refuted -> printfn $"refuted: {claim.Id}, predicted {claim.Predicted:G4}, measured {claim.Measured:G4}"
    | Inconclusive -> printfn $"inconclusive: {claim.Id}"
    | NotApplicable reason -> printfn $"{claim.Id}: {reason}"

printfn $"""half-time of mode 1: {report.Metric "half-time-1":F4}"""
(report.Figure "mode-strengths").Save "mode-strengths.svg"
