using PluginLab.Host.Cli;

return CommandLine.Invoke(args, Terminal.OfProcess());
