namespace PluginLab.FSharp

open System
open System.Text.Json
open System.Text.Json.Serialization
open PluginLab.Experiments
open PluginLab.Extensibility

/// <summary>A value given to a parameter: <c>"rate" => 2.0</c>, or <c>rate.Is 2.0</c> where the declaration is at hand.</summary>
type Value = internal { Name: string; Given: obj }

/// Values by name and by declaration.
[<AutoOpen>]
module Values =
    /// <summary>A value by the name of its parameter: a number, text, flag, a list of them, a <c>Matrix</c> or a <c>Table</c>.</summary>
    let (=>) (name: string) (value: 'T) : Value = { Name = name; Given = nonNull (box value) }

    type Parameter<'T when 'T: not null> with

        /// <summary>A value for this parameter.</summary>
        /// <exception cref="T:System.ArgumentOutOfRangeException">It is not admissible; the message says which values are.</exception>
        member parameter.Is(value: 'T) : Value =
            ParameterSet.Create([ parameter ], (fun _ -> nonNull (box value))).With(parameter, value) |> ignore
            { Name = parameter.Name; Given = nonNull (box value) }

/// Reads given values as the parameters declare them.
module internal Binding =
    let private options = JsonSerializerOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)

    let private files (given: Table option) =
        { new IInputFiles with
            member _.ReadTable path =
                match given with
                | Some table -> table
                | None -> raise (FormatException $"A table cannot be read from '{path}' here; give a Table instead of a path.") }

    let private rows (matrix: Matrix) = [| for i in 0 .. matrix.Rows - 1 -> Seq.toArray (matrix.Row i) |]

    let private read (parameter: Parameter) (given: obj) =
        match given with
        | :? Table as table when table.IsEmpty -> parameter.Read(JsonSerializer.SerializeToElement "", files None)
        | :? Table as table -> parameter.Read(JsonSerializer.SerializeToElement "table", files (Some table))
        | :? Matrix as matrix -> parameter.Read(JsonSerializer.SerializeToElement(rows matrix, options), files None)
        | _ -> parameter.Read(JsonSerializer.SerializeToElement(given, options), files None)

    let private readOrDefault owner (values: Value list) (parameter: Parameter) =
        try
            match values |> List.tryFindBack (fun value -> value.Name = parameter.Name), parameter.DefaultJson with
            | Some value, _ -> Ok(read parameter value.Given)
            | None, null -> Error $"{owner} needs parameter '{parameter.Name}'; give it {parameter.Admissible}."
            | None, json -> Ok(parameter.Read(JsonElement.Parse(nonNull json), files None))
        with :? FormatException as fault ->
            Error fault.Message

    let private unknown owner (declared: Parameter seq) (value: Value) =
        let names = declared |> Seq.map (fun parameter -> $"'{parameter.Name}'") |> String.concat ", "
        if declared |> Seq.exists (fun parameter -> parameter.Name = value.Name) then None
        elif names = "" then Some $"{owner} has no parameter '{value.Name}', nor any other."
        else Some $"{owner} has no parameter '{value.Name}'; it has {names}."

    /// A value for each parameter; all faults at once.
    let bind owner (declared: Parameter seq) (constraints: Constraint seq) (values: Value list) : ParameterSet =
        let refuse faults = if not (List.isEmpty faults) then raise (ArgumentException(String.concat " " faults))
        let results = declared |> Seq.map (fun parameter -> parameter, readOrDefault owner values parameter) |> Seq.toList
        refuse
            [ yield! List.choose (unknown owner declared) values
              for _, result in results do
                  match result with
                  | Error fault -> fault
                  | Ok _ -> () ]
        let read = dict [ for parameter, result in results do for value in Result.toList result -> parameter, value ]
        let set = ParameterSet.Create(declared, (fun parameter -> read[parameter]))
        refuse [ for rule in constraints do yield! Option.toList (Option.ofObj (rule.FindViolation.Invoke set)) ]
        set

/// <summary>Components of plugins: systems, integrators, renderers.</summary>
[<RequireQualifiedAccess>]
module Component =
    /// <summary>Creates an instance; parameters without a given value have their defaults.</summary>
    /// <param name="values">The given values.</param>
    /// <param name="source">The component.</param>
    /// <exception cref="T:System.ArgumentException">A value is unknown, missing or not admissible; the message names each.</exception>
    let create (values: Value list) (source: Component<'T>) : 'T =
        source.Create.Invoke(Binding.bind $"Component '{source.Id}'" source.Parameters source.Constraints values)
