using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PluginLab.Host.Tests")]
