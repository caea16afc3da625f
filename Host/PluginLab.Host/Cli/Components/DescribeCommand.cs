using System.CommandLine;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Cli.Components;

/// <summary><c>pluginlab describe ID</c>: what a component is and what may be set.</summary>
internal static class DescribeCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        PluginOptions plugins = new();
        Argument<string> id = new("ID") { Description = "Id of an experiment, system, integrator or renderer; see pluginlab list." };
        Command command = new("describe", "Describe a component: its parameters with range, default and meaning, and its constraints.") { id };
        plugins.AddTo(command);
        command.SetAction(parsed => Describe(services.Terminal, plugins.Load(services, parsed).Registry, parsed.GetRequiredValue(id)));
        return command;
    }

    private static int Describe(Terminal terminal, ComponentRegistry registry, string id)
    {
        IReadOnlyList<DescribedComponent> all = DescribedComponent.All(registry);
        DescribedComponent[] found = [.. all.Where(component => component.Id == id)];
        if (found.Length == 0)
        {
            terminal.Error.WriteLine($"pluginlab: there is no component \"{id}\"; {Spelling.Suggest(id, all.Select(component => component.Id).Distinct())}");
            return ExitCode.Usage;
        }

        foreach (DescribedComponent component in found)
        {
            component.Write(terminal.Out);
            if (component.Kind == DescribedComponent.System)
            {
                ObservablesOfSystem.Write(terminal.Out, registry, id);
            }
        }

        return ExitCode.Success;
    }
}
