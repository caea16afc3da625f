namespace PluginLab.Plugins.Equalization;

/// <summary>Colours of the figures: the same index is the same thing in each.</summary>
internal static class Palette
{
    /// <summary>The first start of a run; the others follow in order.</summary>
    public const int FirstStart = 0;

    /// <summary>The ratio of two weights, and when it is near 1.</summary>
    public const int Ratio = 0;

    /// <summary>The product of two weights, and when it is learned.</summary>
    public const int Product = 1;

    /// <summary>Where weights end within 10 % of each other; legible on a map in light and dark.</summary>
    public const int TenPercent = 2;

    /// <summary>Where the ratio ends at the golden ratio; legible on a map in light and dark.</summary>
    public const int GoldenRatio = 6;

    /// <summary>A product of three weights.</summary>
    public const int ThreeWeights = 2;

    /// <summary>A product of four weights.</summary>
    public const int FourWeights = 3;
}
