using PluginLab.Plugins.NonDiagonalSvd.Modes;

namespace PluginLab.Plugins.NonDiagonalSvd.Learning;

/// <summary>Names modes after the outputs that they load on most.</summary>
internal static class ModeNames
{
    private const double SmallestShare = 0.6;
    private const int MostNames = 4;

    /// <summary>The outputs with at least 0.6 of the largest loading, those of opposite sign after a minus; for a repeated singular value those of its whole block.</summary>
    public static string Of(SingularBasis basis, IReadOnlyList<string> outputs, int mode)
    {
        ModeBlock block = basis.Blocks.First(candidate => candidate.Modes.Contains(mode));
        double[] loadings = [.. Enumerable.Range(0, outputs.Count).Select(j => block.Count == 1 ? basis.Right[j, mode] : Length(basis, block, j))];
        double largest = loadings.Max(Math.Abs);
        int[] chosen = [.. Enumerable.Range(0, outputs.Count).Where(j => Math.Abs(loadings[j]) >= SmallestShare * largest).OrderByDescending(j => Math.Abs(loadings[j])).Take(MostNames).Order()];
        int sign = Math.Sign(loadings[chosen[0]]);
        string same = Join(chosen.Where(j => Math.Sign(loadings[j]) == sign));
        string opposite = Join(chosen.Where(j => Math.Sign(loadings[j]) != sign));
        return opposite.Length == 0 ? same : $"{same} against {opposite}";

        string Join(IEnumerable<int> members) => string.Join(", ", members.Select(j => Wording.Name(outputs[j])));
    }

    private static double Length(SingularBasis basis, ModeBlock block, int output) =>
        Math.Sqrt(block.Modes.Sum(mode => basis.Right[output, mode] * basis.Right[output, mode]));
}
