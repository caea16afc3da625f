using PluginLab.Numerics.Tests.Hardware;

// Started by the test that compares the bits of ensembles and kernels on narrower hardware.
Console.WriteLine(NumericsBits.Describe());
