using PluginLab.Abstractions.Tests.Dynamics.Scalars;

// Started by the test that compares the bits of lanes with and without hardware vectors.
Console.WriteLine(LaneBits.Describe());
