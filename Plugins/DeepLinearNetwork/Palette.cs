namespace PluginLab.Plugins.DeepLinearNetwork;

/// <summary>Colours of the figures beside those of the modes, which are 0, 1, … in their order.</summary>
internal static class Palette
{
    /// <summary>A balanced start aligned with the target, and what lies in the middle of Gaussian ones.</summary>
    public const int Balanced = 4;

    /// <summary>Gaussian starts.</summary>
    public const int Gaussian = 5;
}
