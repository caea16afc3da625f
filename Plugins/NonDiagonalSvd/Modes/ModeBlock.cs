namespace PluginLab.Plugins.NonDiagonalSvd.Modes;

/// <summary>Modes with equal singular values, which no experiment can tell apart.</summary>
/// <param name="First">Index of the first mode, counted from 0.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct ModeBlock(int First, int Count)
{
    /// <summary>Indices of the modes.</summary>
    public IEnumerable<int> Modes => Enumerable.Range(First, Count);

    /// <summary>Splits falling values into runs whose neighbours differ by at most a relative gap.</summary>
    public static IReadOnlyList<ModeBlock> Split(IReadOnlyList<double> fallingValues, double relativeGap)
    {
        List<ModeBlock> blocks = [];
        for (int i = 0; i < fallingValues.Count; i++)
        {
            bool joins = i > 0 && fallingValues[i - 1] - fallingValues[i] <= relativeGap * fallingValues[i - 1];
            if (joins)
            {
                blocks[^1] = blocks[^1] with { Count = blocks[^1].Count + 1 };
            }
            else
            {
                blocks.Add(new ModeBlock(i, 1));
            }
        }

        return blocks;
    }
}
