using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DiagonalCase;

/// <summary>Modes as texts name them, counted from 1 as the targets are given.</summary>
internal static class ModeNames
{
    /// <summary>The names in a list: 1, 2 and 4.</summary>
    public static string Of(IEnumerable<int> modes) => Enumeration.Of(modes.Order().Select(mode => NumberText.Of(mode + 1)));

    /// <summary>How many of all modes a claim speaks of, and which it leaves out: 2 of 4 modes (without 3 and 4).</summary>
    public static string Count(IReadOnlyList<int> spoken, int all) => $"{NumberText.Of(spoken.Count)} of {NumberText.Of(all)} modes"
        + (spoken.Count is 0 || spoken.Count == all ? "" : $" (without {Of(Enumerable.Range(0, all).Except(spoken))})");
}
