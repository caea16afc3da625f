using System.Security.Cryptography;
using System.Text;
using PluginLab.Figures;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Rendering.Tests;

/// <summary>A few drawings that were approved by eye, held byte by byte, and the hashes of all.</summary>
public sealed class ApprovedTests
{
    private static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Approved");

    [TestCase("mode-strengths")]
    [TestCase("error-bars-and-fit")]
    [TestCase("every-symbol")]
    public void A_drawing_is_the_approved_one(string id)
    {
        Figure figure = FigureGallery.All.Single(candidate => candidate.Id == id);
        Assert.That(Drawings.Text(Drawings.Draw(figure)), Is.EqualTo(File.ReadAllText(Path.Combine(Folder, $"{id}.approved.svg"))));
    }

    [Test]
    public void Drawings_of_plain_arithmetic_have_the_approved_hashes()
    {
        StringBuilder hashes = new();
        foreach (string id in (string[])["annotated", "constants", "legend-below", "long-labels", "negative-on-log", "single-point", "staircase"])
        {
            byte[] hash = SHA256.HashData(Drawings.Draw(FigureGallery.All.Single(figure => figure.Id == id)).Content.Span);
            hashes.Append($"{Convert.ToHexStringLower(hash)}  {id}.svg\n");
        }

        Assert.That(hashes.ToString(), Is.EqualTo(File.ReadAllText(Path.Combine(Folder, "sha256.approved.txt"))), $"Look at the drawings; if the change is meant, these are the new hashes:\n{hashes}");
    }
}
