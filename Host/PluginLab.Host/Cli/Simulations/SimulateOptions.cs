using System.CommandLine;
using PluginLab.Host.Simulation;

namespace PluginLab.Host.Cli.Simulations;

/// <summary>The argument and options of <c>simulate</c>.</summary>
internal sealed class SimulateOptions
{
    /// <summary>Write a table.</summary>
    public const string Csv = "csv";

    /// <summary>Write a drawing.</summary>
    public const string Svg = "svg";

    private const string Json = "json";

    private readonly Argument<string> system = new("SYSTEM") { Description = "Id of the system; see pluginlab list." };

    private readonly Option<string[]> values = new("--set") { Description = "Value of a parameter, as JSON; 2,1 is short for a list, 2,1;0,3 for a matrix.", HelpName = "NAME=VALUE" };

    private readonly Option<string?> initial = new("--initial") { Description = "The initial state; the system's own if left out.", HelpName = "A,B,…|@FILE.json" };

    private readonly Option<string> times = new("--times") { Description = "Times at which to keep the state, from 0 on.", HelpName = "T1,T2,…|@FILE.json", Required = true };

    private readonly Option<string[]> stops = new("--stop") { Description = "Stop where an observable reaches a value; one that it has at the start already does not count. With constant steps the stop lies between two iterates, on the straight line that joins them.", HelpName = "OBSERVABLE=VALUE" };

    private readonly Option<string> integrator = new("--integrator")
    {
        Description = $"The integrator; {SimulationRequest.DefaultIntegrator} if left out.",
        HelpName = "ID,OPTION=VALUE,…",
        DefaultValueFactory = _ => SimulationRequest.DefaultIntegrator,
    };

    private readonly Option<string> format = new("--format") { Description = "What to write.", HelpName = "json|csv|svg", DefaultValueFactory = _ => Json };

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(system);
        format.CompletionSources.Add(Json, Csv, Svg);
        format.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value is not (Json or Csv or Svg)) is { } other)
            {
                result.AddError($"--format is \"{other.Value}\"; it must be {Json}, {Csv} or {Svg}.");
            }
        });
        foreach (Option option in new Option[] { values, initial, times, stops, integrator, format })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    public SimulationRequest Request(ParseResult parsed) => new()
    {
        System = parsed.GetRequiredValue(system),
        Values = parsed.GetValue(values) ?? [],
        Initial = parsed.GetValue(initial),
        Times = parsed.GetRequiredValue(times),
        Stops = parsed.GetValue(stops) ?? [],
        Integrator = parsed.GetRequiredValue(integrator),
        IsDrawn = Format(parsed) == Svg,
    };

    /// <summary>The form of the output.</summary>
    public string Format(ParseResult parsed) => parsed.GetRequiredValue(format);
}
