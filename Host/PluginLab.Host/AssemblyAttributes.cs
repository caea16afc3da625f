using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PluginLab.Bench")]
[assembly: InternalsVisibleTo("PluginLab.Host.Tests")]
