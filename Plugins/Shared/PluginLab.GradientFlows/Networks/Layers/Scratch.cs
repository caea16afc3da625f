using System.Buffers;

namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>Work space of one evaluation, rented from the shared pool and returned on disposal; its contents are arbitrary at first.</summary>
internal readonly ref struct Scratch<TScalar>
{
    private readonly TScalar[] rented;

    public Scratch(int length)
    {
        rented = ArrayPool<TScalar>.Shared.Rent(length);
        Values = rented.AsSpan(0, length);
    }

    public Span<TScalar> Values { get; }

    public void Dispose() => ArrayPool<TScalar>.Shared.Return(rented);
}
