namespace PluginLab.Figures.Text;

/// <summary>The commands of the mathematics of rich text that stand for one symbol.</summary>
internal static class MathCommands
{
    private static readonly Dictionary<string, MathSymbol> Symbols = Create();

    /// <summary>The symbol of a command; null if there is no such command.</summary>
    public static MathSymbol? Find(string command) => Symbols.GetValueOrDefault(command);

    /// <summary>The symbol of a character that was typed as itself.</summary>
    public static MathSymbol OfCharacter(string character)
    {
        MathSymbolKind kind = character switch
        {
            "+" or "-" or "−" or "*" or "·" or "×" or "±" or "∓" or "∘" or "⊙" => MathSymbolKind.BinaryOperator,
            "=" or "<" or ">" or ":" or "≈" or "≤" or "≥" or "≠" or "→" or "←" or "∝" or "∈" or "≪" or "≫" or "∼" or "≡" or "⊥" => MathSymbolKind.Relation,
            "," or ";" => MathSymbolKind.Punctuation,
            "(" or "[" or "⟨" => MathSymbolKind.Opening,
            ")" or "]" or "!" or "⟩" => MathSymbolKind.Closing,
            "∑" or "∏" or "∫" => MathSymbolKind.LargeOperator,
            _ when char.IsLetter(character, 0) && !IsGreekCapital(character[0]) => MathSymbolKind.Variable,
            _ => MathSymbolKind.Ordinary,
        };
        return new MathSymbol(character == "-" ? "−" : character, kind);
    }

    private static bool IsGreekCapital(char character) => character is >= 'Α' and <= 'Ω';

    private static Dictionary<string, MathSymbol> Create()
    {
        Dictionary<string, MathSymbol> symbols = new(StringComparer.Ordinal);
        Add(MathSymbolKind.Variable, "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω ell ℓ");
        Add(MathSymbolKind.Ordinary, "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ prime ′ ldots … dots … cdots ··· top ⊤ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ | ‖ % % _ _ & & # # $ $ dagger † degree °");
        Add(MathSymbolKind.Relation, "approx ≈ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ to → rightarrow → leftarrow ← propto ∝ in ∈ ll ≪ gg ≫ sim ∼ equiv ≡ perp ⊥ mid | lt < gt >");
        Add(MathSymbolKind.BinaryOperator, "cdot · times × pm ± mp ∓ circ ∘ odot ⊙ ast *");
        Add(MathSymbolKind.LargeOperator, "sum ∑ prod ∏ int ∫");
        Add(MathSymbolKind.Opening, "{ { langle ⟨ lbrace {");
        Add(MathSymbolKind.Closing, "} } rangle ⟩ rbrace }");
        Add(MathSymbolKind.FunctionName, "log log ln ln exp exp cos cos sin sin tan tan cot cot cosh cosh sinh sinh tanh tanh arccos arccos arcsin arcsin arctan arctan min min max max det det tr tr rank rank diag diag sgn sgn arg arg lim lim sup sup inf inf Pr Pr gcd gcd deg deg dim dim ker ker");
        foreach (string space in (string[])[",", ";", ":", " ", "quad", "~"])
        {
            symbols[space] = new MathSymbol(" ", MathSymbolKind.Space);
        }

        symbols["!"] = new MathSymbol("", MathSymbolKind.Space);
        return symbols;

        void Add(MathSymbolKind kind, string pairs)
        {
            string[] parts = pairs.Split(' ');
            for (int i = 0; i < parts.Length; i += 2)
            {
                symbols[parts[i]] = new MathSymbol(parts[i + 1], kind);
            }
        }
    }
}
