using PluginLab.Experiments;

namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>The trade-off between the degrees that note 1 mentions, made exact: which of them is the fastest.</summary>
internal static class BestDegreeClaims
{
    private const string TradeOff = "Note 1, section 'General case, Phase 1: growth', statement 40: \"the trade-off depends on s\", made exact";
    private const double LessThanOneDegree = 0.5;

    public static IEnumerable<Claim> Of(BestDegreeStudy study) =>
    [
        Map(study),
        Example(study, "small-target", "At a small target, $s = 0.3$ from $ε = 10^{-3}$, degree 1 is the fastest", BestDegreeStudy.SmallTarget, 1),
        Example(study, "large-target", "At a large target, $s = 10$ from $ε = 10^{-3}$, degree 2 is the fastest", BestDegreeStudy.LargeTarget, 2),
        Example(study, "large-start", "From a large start, $ε = 0.1$ at $s = 1$, the largest degree is the fastest", BestDegreeStudy.LargeStart, study.Degrees[^1]),
    ];

    private static Claim Map(BestDegreeStudy study) => new()
    {
        Id = "note1-40-best-degree-map",
        Statement = "Which degree is the fastest from $ε$ to $(1-δ)s$ depends on $s$ and $ε$ as $[F_d(1-δ) - F_d(ε/s)]/(d s^{2-2/d})$ has it: "
            + $"the number of cells in which another one is, of {study.Cells.Points.Count} with $ε < s/2$ but for {study.Cells.IsDecided.Count(isDecided => !isDecided)} where the two fastest are within $10^{{-4}}$ of each other.",
        Source = TradeOff,
        Predicted = 0,
        Measured = study.Cells.CountDifferences(),
        Uncertainty = 0,
        Bound = Bound.AtMost(0),
        Expected = Verdict.Supported,
        NotApplicable = study.Degrees.Count == 1 ? "there is only one degree to choose from" : null,
        Control = SlowDegree.Of(study.CommonestDegree),
    };

    private static Claim Example(BestDegreeStudy study, string name, string statement, TargetAndStart point, int degree)
    {
        int place = study.Examples.Points.ToList().IndexOf(point);
        return new Claim
        {
            Id = $"note1-40-best-degree-{name}",
            Statement = $"{statement} by time.",
            Source = TradeOff,
            Predicted = degree,
            Measured = study.Examples.Measured[place],
            Uncertainty = 0,
            Bound = Bound.Within(degree, LessThanOneDegree),
            Expected = Verdict.Supported,
            NotApplicable = study.Degrees.Count == 1 ? "there is only one degree to choose from"
                : study.Examples.Predicted[place] != degree || !study.Examples.IsDecided[place] ? "among these degrees and at this accuracy the closed forms do not have that degree as the fastest"
                : null,
            Control = SlowDegree.Of(degree),
        };
    }
}
