using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PluginLab.Host.Tests.Planning;

public sealed class UnknownKeyTests
{
    private const char Slot = '¤';
    private const string Key = "\"no-such-key-at-all\"";

    // A slot stands wherever another key may stand.
    private const string Manifest = """
        {¤ "version": 1, ¤"defaults": {¤ "seed": 1 },
          "integrators": { "fine": {¤ "use": "runge-kutta-4", "relative-tolerance": 0.1 } },
          "runs": [ {¤ "name": "one", ¤"experiment": "sample", "parameters": {¤ "hidden-width": 2, ¤"label": "Größe 数 😀" },
            "integrator": {¤ "use": "dormand-prince-5" } }, {¤ "name": "two", ¤"experiment": "sample" } ] }
        """;

    private static readonly string[] Fillings = ["", " ", "\n", "\r\n\t", "/* é */", "/* 数\n😀 */ ", "// 😀\n"];

    [Test]
    public void An_unknown_key_anywhere_is_told_exactly_where_it_stands()
    {

        int slots = Manifest.Count(c => c == Slot);
        Gen<(int, int[])> places = Gen.Zip(Gen.Choose(0, slots - 1), Gen.Choose(0, Fillings.Length - 1).ArrayOf(slots), (slot, fillings) => (slot, fillings));

        Prop.ForAll(places.ToArbitrary(), place =>
        {
            (string text, string where) = Mutate(Manifest, place.Item1, place.Item2);
            return Planned.From(text).Errors is [{ } error] && error.StartsWith($"experiments.json:{where}: error PL10", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Fills all slots with white space and comments, one with the key; says where the key went, counted without the reader's help.</summary>
    private static (string Text, string Where) Mutate(string manifest, int chosen, int[] fillings)
    {
        StringBuilder text = new();
        string where = "";
        int slot = 0;
        foreach (char c in manifest)
        {
            if (c != Slot)
            {
                text.Append(c);
                continue;
            }

            text.Append(Fillings[fillings[slot]]);
            if (slot++ == chosen)
            {
                string before = text.ToString();
                int line = before.Count(x => x == '\n') + 1;
                int column = before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1;
                where = $"{line}:{column}";
                text.Append(Key).Append(": 1, ");
            }
        }

        return (text.ToString(), where);
    }
}
