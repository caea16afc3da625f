using System.Buffers;

namespace PluginLab.GradientFlows.Networks;

/// <summary>Work space of one evaluation, rented from the shared pool and returned on disposal; its contents are arbitrary at first.</summary>
internal readonly ref struct Scratch
{
    private readonly double[] rented;

    public Scratch(int length)
    {
        rented = ArrayPool<double>.Shared.Rent(length);
        Values = rented.AsSpan(0, length);
    }

    public Span<double> Values { get; }

    public void Dispose() => ArrayPool<double>.Shared.Return(rented);
}
