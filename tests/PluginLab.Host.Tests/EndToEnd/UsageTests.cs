namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>A command line that is wrong ends in 2, is told on the error stream, and writes nothing where results go.</summary>
public sealed class UsageTests
{
    [TestCase("unknown command", "there is no command \"rnu\"; did you mean \"run\"?\nSee pluginlab --help.\n", "rnu")]
    [TestCase("no command", "Required command was not provided.")]
    [TestCase("unknown option of a command", "pluginlab: there is no option \"--jason\"; did you mean \"--json\"?\nSee pluginlab list --help.\n", "list", "--jason")]
    [TestCase("unknown option of run", "pluginlab: there is no option \"--filtre\"; did you mean \"--filter\"?\nSee pluginlab run --help.\n", "run", "--filtre")]
    [TestCase("unknown option beside a folder", "pluginlab: there is no option \"--widht-mm\"; did you mean \"--width-mm\"?\nSee pluginlab figures export --help.\n", "figures", "export", "--widht-mm", "86")]
    [TestCase("unknown option with a value", "pluginlab: there is no option \"--time\"; did you mean \"--times\"?\n", "simulate", "monomial", "--time", "1")]
    [TestCase("unknown option of claims", "pluginlab: there is no option \"--control\"; did you mean \"--controls\"?\nSee pluginlab claims --help.\n", "claims", "--control")]
    [TestCase("option of run that claims does not have", "pluginlab: there is no option \"--strict\"; ", "claims", "--strict")]
    [TestCase("number of jobs of claims", "pluginlab: --jobs is \"0\"; it must be a whole number from 1 on.\n", "claims", "--jobs", "0")]
    [TestCase("value for no run", "pluginlab: --set is 'bound=1'; it must be RUN.PARAMETER=VALUE, such as diagonal.hidden-width=8.\n", "claims", "--set", "bound=1")]
    [TestCase("unknown way to check", "pluginlab: --check is \"thorough\"; it must be quick or full.\nSee pluginlab run --help.\n", "run", "--check", "thorough")]
    [TestCase("check without a value", "Required argument missing for option: '--check'.", "run", "--check")]
    [TestCase("number of jobs that is none", "pluginlab: --jobs is \"abc\"; it must be a whole number from 1 on.\n", "run", "--jobs", "abc")]
    [TestCase("number of jobs that is too small", "pluginlab: --jobs is \"0\"; it must be a whole number from 1 on.\n", "run", "--jobs", "0")]
    [TestCase("integrator without a value", "pluginlab: --integrator: option step has no value; write step=value.\n", "run", "--integrator", "runge-kutta-4,step")]
    [TestCase("missing argument", "Required argument 'ID' missing for command: 'describe'. Id of an experiment, ", "describe")]
    [TestCase("missing argument of a subcommand", "Required argument 'DIR' missing for command: 'check'. The folder of a plugin, or a folder of such folders.\nSee pluginlab plugins check --help.", "plugins", "check")]
    [TestCase("missing subcommand", "Required command was not provided.", "plugins")]
    [TestCase("missing value of an option", "Required argument missing for option: '--seed'.", "run", "--seed")]
    [TestCase("missing required option", "Option '--times' is required.", "simulate", "monomial")]
    [TestCase("value that is not among the choices", "pluginlab: --format is \"pdf\"; it must be json, csv or svg.\nSee pluginlab simulate --help.\n", "simulate", "monomial", "--times", "1", "--format", "pdf")]
    [TestCase("too many arguments", "'second.json'", "run", "first.json", "second.json")]
    [TestCase("unknown system", "there is no system \"monomail\"; did you mean \"monomial\"?", "simulate", "monomail", "--times", "1")]
    public void What_is_wrong_is_told(string _, string message, params string[] arguments)
    {
        using Laboratory laboratory = new();

        HostResult result = laboratory.Run(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Errors);
        Assert.That(result.Errors, Does.Contain(message));
        Assert.That(result.Output, Is.Empty);
    }

    [TestCase("--help")]
    [TestCase("run", "--help")]
    [TestCase("--version")]
    public void Help_is_a_result(params string[] arguments)
    {
        using Laboratory laboratory = new();

        HostResult result = laboratory.Run(arguments);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Is.Not.Empty);
        Assert.That(result.Errors, Is.Empty);
    }
}
