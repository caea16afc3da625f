using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Tests.Planning.Diagnoses;

public sealed class SpellingTests
{
    [TestCase("", "", 0)]
    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("integratr", "integrator", 1)]
    [TestCase("seed", "sede", 1)]
    [TestCase("ca", "abc", 3)]
    public void The_distance_counts_edits_and_swaps_of_neighbours(string first, string second, int expected)
    {
        Assert.That(Spelling.Distance(first, second), Is.EqualTo(expected));
        Assert.That(Spelling.Distance(second, first), Is.EqualTo(expected));
    }

    [Test]
    public void A_word_near_none_is_answered_with_all()
    {
        Assert.That(Spelling.Suggest("colour", ["seed", "name"]), Is.EqualTo("it can be name, seed"));
    }

    [TestCase("--output", "--out")]
    [TestCase("--integ", "--integrator")]
    public void A_word_that_begins_another_or_is_begun_by_it_is_taken_for_it(string word, string meant)
    {
        Assert.That(Spelling.Suggest(word, ["--out", "--integrator", "--jobs"]), Is.EqualTo($"did you mean \"{meant}\"?"));
    }

    [Test]
    public void Of_many_words_the_nearest_are_listed_and_the_others_counted()
    {
        string[] known = [.. Enumerable.Range(10, 90).Select(number => $"run-{number}/loss")];

        Assert.That(
            Spelling.Suggest("nope/*", known),
            Is.EqualTo("it can be run-10/loss, run-11/loss, run-12/loss, run-13/loss, run-14/loss or one of 85 others"));
    }

    [Test]
    public void Of_equally_near_words_the_first_in_the_alphabet_is_suggested()
    {
        Assert.That(Spelling.Suggest("run-3", ["run-2", "run-1"]), Is.EqualTo("did you mean \"run-1\"?"));
    }
}
