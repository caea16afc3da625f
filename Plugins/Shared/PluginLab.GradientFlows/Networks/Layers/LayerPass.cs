using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Networks.Layers;

/// <summary>One pass through the layers in a given order: forth to the residual T − A, keeping partial products, and back to the gradient.</summary>
/// <remarks>From the right everything is its own transpose, which leaves the code as it is and exchanges the factors of each product.</remarks>
internal readonly ref struct LayerPass<TScalar>
    where TScalar : unmanaged, IScalar<TScalar>
{
    private readonly PassOrder order;
    private readonly ReadOnlySpan<TScalar> inputs;
    private readonly ReadOnlySpan<TScalar> state;
    private readonly Span<TScalar> work;
    private readonly int maximumThreads;

    public LayerPass(PassOrder order, ReadOnlySpan<TScalar> inputs, ReadOnlySpan<TScalar> state, Span<TScalar> work, int maximumThreads)
    {
        this.order = order;
        this.inputs = inputs;
        this.state = state;
        this.work = work;
        this.maximumThreads = maximumThreads;
    }

    /// <summary>T − A, in the work space.</summary>
    public Span<TScalar> EvaluateResidual(ReadOnlySpan<TScalar> target)
    {
        Span<TScalar> residual = work.Slice(order.ErrorOffset, target.Length);
        int last = order.Factors - 1;
        if (last == 0)
        {
            for (int i = 0; i < residual.Length; i++)
            {
                residual[i] = target[i] - state[i];
            }

            return residual;
        }

        for (int t = 1; t < last; t++)
        {
            Multiply(Partial(t - 1), Factor(t), work[order.PartialRange(t)]);
        }

        Factor<TScalar> left = order.IsFromTheRight ? Factor(last) : Partial(last - 1);
        Factor<TScalar> right = order.IsFromTheRight ? Partial(last - 1) : Factor(last);
        LayerProducts.EvaluateResidual(target, left, right, residual, maximumThreads);
        return residual;
    }

    /// <summary>Carries the residual back; the partial products are those of the way forth.</summary>
    public void WriteNegativeGradient(Span<TScalar> residual, Span<TScalar> gradient)
    {
        Span<TScalar> error = residual, spare = work.Slice(order.ErrorOffset + order.ErrorLength, order.ErrorLength);
        Span<TScalar> other = work.Slice(order.ErrorOffset, order.ErrorLength);
        for (int t = order.Factors - 1; t > 0; t--)
        {
            Factor<TScalar> carried = Oriented(error, t);
            if (order.IsTrained(t))
            {
                Multiply(Partial(t - 1).Transpose(), carried, gradient[order.StateRange(t)]);
            }

            if (t == order.FirstTrained)
            {
                return;
            }

            error = t == 1 ? gradient[order.StateRange(0)] : spare[..(order.Outer * order.Inner(t - 1))];
            Multiply(carried, Factor(t).Transpose(), error);
            Span<TScalar> free = other;
            other = spare;
            spare = free;
        }

        if (order.Factors == 1)
        {
            residual.CopyTo(gradient);
        }
    }

    private void Multiply(Factor<TScalar> left, Factor<TScalar> right, Span<TScalar> product)
    {
        if (order.IsFromTheRight)
        {
            LayerProducts.Multiply(right, left, product, maximumThreads);
        }
        else
        {
            LayerProducts.Multiply(left, right, product, maximumThreads);
        }
    }

    private Factor<TScalar> Factor(int t)
    {
        (int rows, int columns) = order.Shape(t);
        return new(order.IsTrained(t) ? state[order.StateRange(t)] : inputs, rows, columns);
    }

    private Factor<TScalar> Partial(int t) => t == 0 ? Factor(0) : Oriented(work[order.PartialRange(t)], t);

    private Factor<TScalar> Oriented(ReadOnlySpan<TScalar> values, int t) =>
        order.IsFromTheRight ? new(values, order.Inner(t), order.Outer) : new(values, order.Outer, order.Inner(t));
}
