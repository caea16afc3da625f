namespace PluginLab.GradientFlows.Tests.Reference;

/// <summary>No reference case lies idle: each file is listed by a test, and each kind of case in it is checked by one.</summary>
public sealed class CoverageTests
{
    private static readonly string[] ListedFiles =
    [
        .. Products.IntegrationReferenceTests.Files,
        .. Products.ClosedFormReferenceTests.Files,
        .. Networks.TrajectoryReferenceTests.Files,
        .. Networks.ClosedForms.ClosedFormReferenceTests.Files,
    ];

    private static IEnumerable<TestCaseData> Pairs => ReferenceCase.Files.Order(StringComparer.Ordinal)
        .SelectMany(file => ReferenceCase.Read(file).Select(reference => (File: file, reference.System)).Distinct())
        .Select(pair => new TestCaseData(pair.File, pair.System));

    [Test]
    public void The_embedded_files_are_those_that_tests_list() => Assert.That(ReferenceCase.Files, Is.EquivalentTo(ListedFiles.Distinct()));

    [TestCaseSource(nameof(Pairs))]
    public void Each_kind_of_case_in_a_file_is_checked(string file, string system)
    {
        bool isChecked = IsCheckedByProducts(file, system) || IsCheckedByNetworks(file, system);
        Assert.That(isChecked, Is.True, $"No test checks the cases of '{system}' in {file}.");
    }

    private static bool IsCheckedByProducts(string file, string system) =>
        (Products.IntegrationReferenceTests.Files.Contains(file) && Products.IntegrationReferenceTests.Checks.ContainsKey(system))
        || (Products.ClosedFormReferenceTests.Files.Contains(file) && Products.ClosedFormReferenceTests.Checks.ContainsKey(system));

    private static bool IsCheckedByNetworks(string file, string system) =>
        (Networks.TrajectoryReferenceTests.Files.Contains(file) && Networks.TrajectoryReferenceTests.Systems.Contains(system))
        || (Networks.ClosedForms.ClosedFormReferenceTests.Files.Contains(file) && Networks.ClosedForms.ClosedFormReferenceTests.Systems.Contains(system));
}
