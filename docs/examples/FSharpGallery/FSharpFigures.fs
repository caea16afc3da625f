module FSharpFigures

open System
open System.Collections.Generic
open PluginLab.Figures

let all: IReadOnlyList<Func<Figure>> = [| Func<Figure> Fan.figure; Func<Figure> SmallMultiples.figure |]
