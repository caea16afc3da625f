using System.Text.RegularExpressions;

namespace PluginLab.Testing;

/// <summary>Collects what a contract test finds in one component.</summary>
/// <param name="subject">The component.</param>
internal sealed partial class FaultList(string subject)
{
    private readonly List<ContractFault> faults = [];

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<ContractFault> All => faults;

    /// <summary>The component, or what it made, breaks its contract.</summary>
    public void Error(string code, string sentence) => faults.Add(new(code, subject, sentence, IsError: true));

    /// <summary>A part of the component breaks its contract.</summary>
    public void Error(string code, string part, string sentence) => faults.Add(new(code, $"{subject}, {part}", sentence, IsError: true));

    /// <summary>Something that a person should look at.</summary>
    public void Warning(string code, string sentence) => faults.Add(new(code, subject, sentence, IsError: false));

    /// <summary>Something about a part of the component that a person should look at.</summary>
    public void Warning(string code, string part, string sentence) => faults.Add(new(code, $"{subject}, {part}", sentence, IsError: false));

    /// <summary>An empty list for the same component.</summary>
    public FaultList OfSameSubject() => new(subject);

    /// <summary>Adds what was found elsewhere.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="setting">The setting under which it was; null for the defaults.</param>
    public void AddRange(IEnumerable<ContractFault> found, string? setting) =>
        faults.AddRange(found.Select(fault => setting is null ? fault : fault with { Sentence = $"with {setting} {fault.Sentence}" }));

    /// <summary>Names must be kebab-case and distinct.</summary>
    public void CheckNames(string code, string kind, IEnumerable<string> names)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!KebabCase().IsMatch(name ?? ""))
            {
                Error(code, $"the {kind} '{name}' is not kebab-case; use lower-case letters, digits and single hyphens.");
            }
            else if (!seen.Add(name!))
            {
                Error(code, $"the {kind} '{name}' is there twice; give each its own.");
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
