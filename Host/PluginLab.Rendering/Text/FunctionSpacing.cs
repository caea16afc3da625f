using PluginLab.Figures;

namespace PluginLab.Rendering.Text;

/// <summary>The thin space beside the name of a function.</summary>
internal static class FunctionSpacing
{
    /// <summary>Whether it stands between two neighbours: a function and its argument, <c>log x</c>, or a factor and a function, <c>a tanh w</c>, which is not atanh.</summary>
    public static bool IsBetween(RichNode first, RichNode second) =>
        IsFunction(first)
            ? second is not MathSymbol { Kind: MathSymbolKind.Opening or MathSymbolKind.Space or MathSymbolKind.Closing }
            : IsFunction(second)
                && first is MathScript or MathAccented or MathRoot or MathFraction or MathSymbol { Kind: MathSymbolKind.Variable or MathSymbolKind.Number or MathSymbolKind.Closing };

    private static bool IsFunction(RichNode node) =>
        node is MathSymbol { Kind: MathSymbolKind.FunctionName } || (node is MathScript script && IsFunction(script.Base));
}
