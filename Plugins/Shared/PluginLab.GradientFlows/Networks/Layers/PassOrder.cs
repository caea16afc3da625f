namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>The order in which the factors of A = X W_1 ⋯ W_L are taken: from the left, keeping prefix products, or from the right, keeping suffix products.</summary>
/// <remarks>
/// Both orders take three matrix products a layer, but all of them with the outer extent of the end where they begin: the number of rows of A from the left,
/// of columns from the right. Factors are visited from there at t = 0, 1, …; X, where there is one, is a factor that is not trained.
/// </remarks>
internal sealed class PassOrder
{
    private readonly int[] extents;
    private readonly int[] stateOffsets;
    private readonly int[] partialOffsets;
    private readonly bool hasInputs;

    private PassOrder(int[] extents, bool hasInputs, bool isFromTheRight)
    {
        (this.extents, this.hasInputs, IsFromTheRight) = (extents, hasInputs, isFromTheRight);
        (stateOffsets, partialOffsets) = (new int[Factors + 1], new int[Factors + 1]);
        for (int factor = 0; factor < Factors; factor++)
        {
            bool isState = !hasInputs || factor > 0;
            stateOffsets[factor + 1] = stateOffsets[factor] + (isState ? extents[factor] * extents[factor + 1] : 0);
        }

        for (int t = 1; t < Factors; t++)
        {
            partialOffsets[t + 1] = partialOffsets[t] + (t < Factors - 1 ? Outer * Inner(t) : 0);
        }
    }

    /// <summary>Number of factors.</summary>
    public int Factors => extents.Length - 1;

    public bool IsFromTheRight { get; }

    /// <summary>Number of weights.</summary>
    public int Dimension => stateOffsets[^1];

    /// <summary>The extent that all partial products share.</summary>
    public int Outer => IsFromTheRight ? extents[^1] : extents[0];

    /// <summary>The first visit of a factor that is trained.</summary>
    public int FirstTrained => hasInputs && !IsFromTheRight ? 1 : 0;

    /// <summary>Room for the partial products and two errors.</summary>
    public int WorkLength => partialOffsets[^1] + (2 * ErrorLength);

    public int ErrorOffset => partialOffsets[^1];

    public int ErrorLength => Outer * extents.Max();

    /// <summary>The order with fewer multiplications; from the left when they agree.</summary>
    /// <param name="extents">Rows of the first factor, then columns of each.</param>
    /// <param name="hasInputs">Whether the first factor is X.</param>
    public static PassOrder Cheapest(int[] extents, bool hasInputs)
    {
        PassOrder left = new(extents, hasInputs, isFromTheRight: false), right = new(extents, hasInputs, isFromTheRight: true);
        return right.CountMultiplications() < left.CountMultiplications() ? right : left;
    }

    /// <summary>The other extent of the product of the factors up to visit t.</summary>
    public int Inner(int t) => IsFromTheRight ? extents[Factors - 1 - t] : extents[t + 1];

    /// <summary>Rows and columns of the factor at visit t.</summary>
    public (int Rows, int Columns) Shape(int t) => (extents[Factor(t)], extents[Factor(t) + 1]);

    public bool IsTrained(int t) => !hasInputs || Factor(t) > 0;

    /// <summary>Where the weights at visit t lie in the state.</summary>
    public Range StateRange(int t) => stateOffsets[Factor(t)]..stateOffsets[Factor(t) + 1];

    /// <summary>Where a layer, counted from 1, lies in the state.</summary>
    public Range LayerRange(int layer)
    {
        int factor = hasInputs ? layer : layer - 1;
        return stateOffsets[factor]..stateOffsets[factor + 1];
    }

    /// <summary>Where the product of the factors up to visit t is kept, for those that are neither a factor nor A itself.</summary>
    public Range PartialRange(int t) => partialOffsets[t]..partialOffsets[t + 1];

    /// <summary>Multiplications of one gradient.</summary>
    public long CountMultiplications()
    {
        long count = 0;
        for (int t = 1; t < Factors; t++)
        {
            (int rows, int columns) = Shape(t);
            int products = 1 + (IsTrained(t) ? 1 : 0) + (t > FirstTrained ? 1 : 0);
            count += (long)products * Outer * rows * columns;
        }

        return count;
    }

    private int Factor(int t) => IsFromTheRight ? Factors - 1 - t : t;
}
