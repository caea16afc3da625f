// Reads a results folder, given as argument, and writes a page with the runs whose verdicts are all as expected.
#load "pluginlab.fsx"

open System.IO
open PluginLab.FSharp

let reports = Results.load fsi.CommandLineArgs[1]

for report in reports do
    printfn $"{report.Name}: {report.Claims.Length} claims, {report.Figures.Length} figures, as expected: {report.IsAsExpected}"

let pages = [ for report in reports do if report.IsAsExpected then report.ToHtml() ]
File.WriteAllLines("results.html", pages)
