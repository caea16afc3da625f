namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Collects what a plugin needs of the contract and this host has not, each once.</summary>
internal sealed class MissingMembers(AssemblyImage plugin, string place)
{
    private readonly List<Diagnosis> diagnoses = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>One line for each.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses;

    /// <summary>The plugin uses something that the host has not.</summary>
    public void Add(ContractIndex contract, string member)
    {
        if (seen.Add(member))
        {
            if (contract.IsPrivate)
            {
                diagnoses.Add(LoadDiagnoses.LibraryMismatch(place, member, contract.Name, contract.Version));
                return;
            }

            Version builtAgainst = plugin.FindReference(contract.Name) is { } reference ? reference.Version : contract.Version;
            diagnoses.Add(LoadDiagnoses.ContractMismatch(place, member, contract.Name, contract.Version, builtAgainst));
        }
    }

    /// <summary>The host asks for a member that a class of the plugin does not implement.</summary>
    public void AddImplementation(ContractIndex contract, string member, string type)
    {
        if (seen.Add($"{type} {member}"))
        {
            diagnoses.Add(LoadDiagnoses.MissingImplementation(place, member, type, contract.Name, contract.Version));
        }
    }
}
