using System.Text.RegularExpressions;
using PluginLab.Dynamics;

namespace PluginLab.Host.Execution.Invariants;

/// <summary>What is followed of a system, and how the system is called.</summary>
internal static partial class SystemInvariants
{
    /// <summary>The invariants that a system names, and its loss if it is a gradient flow that names nothing that never grows.</summary>
    /// <param name="system">The system.</param>
    /// <param name="hasOwnParameters">Whether it is solved for other parameters than its own, which its loss does not know.</param>
    public static IReadOnlyList<Invariant> Of(IDynamicsSystem system, bool hasOwnParameters)
    {
        IReadOnlyList<Invariant> named = system is IHasInvariants { Invariants: { } invariants } ? invariants : [];
        return system is IGradientFlow flow && !hasOwnParameters && named.All(invariant => invariant.Kind != InvariantKind.NonIncreasing)
            ? [.. named, Invariant.NonIncreasing("loss", "the loss of the gradient flow", (_, state, _) => flow.EvaluateLoss(state))]
            : named;
    }

    /// <summary>The type of a system in words: <c>linear network</c>.</summary>
    public static string NameOf(IDynamicsSystem system) => WordStart().Replace(system.GetType().Name, " ").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
