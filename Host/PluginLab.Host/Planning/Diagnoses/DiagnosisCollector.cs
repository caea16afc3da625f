using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning.Diagnoses;

/// <summary>Collects what is wrong, so that a person learns of everything at once.</summary>
internal sealed class DiagnosisCollector
{
    private readonly List<(Place Place, Diagnosis Diagnosis)> entries = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool HasErrors => entries.Count > 0;

    /// <summary>What is wrong, in the order of the files.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses =>
        [.. entries.OrderBy(entry => entry.Place.Line).ThenBy(entry => entry.Place.Column).Select(entry => entry.Diagnosis)];

    /// <summary>Adds an error; a message of several lines is several errors.</summary>
    public void Error(string code, Place place, string message)
    {
        foreach (string line in message.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string text = place.Path.Length == 0 ? line : $"{place.Path}: {line}";
            entries.Add((place, new Diagnosis(code, place.Where, text, IsError: true)));
        }
    }
}
