using System.Globalization;

namespace PluginLab.Rendering.Text;

/// <summary>Symbols that common sans-serif fonts lack, drawn as strokes so that they look the same everywhere.</summary>
internal static class GlyphPaths
{
    /// <summary>Width of the strokes in em.</summary>
    public const double StrokeWidth = 0.07;

    // Thousandths of an em, y downward from the baseline.
    private static readonly Dictionary<string, (double Advance, PathPoint[] Points)> Glyphs = new(StringComparer.Ordinal)
    {
        ["∝"] = (0.68, Path("M 630 -410 C 480 -410 420 -140 240 -140 C 20 -140 20 -420 240 -420 C 420 -420 480 -130 630 -130")),
        ["∈"] = (0.60, Path("M 530 -510 L 320 -510 C 10 -510 10 -30 320 -30 L 530 -30 M 90 -270 L 500 -270")),
        ["⊥"] = (0.62, Path("M 310 -640 L 310 -35 M 60 -35 L 560 -35")),
        ["⊤"] = (0.62, Path("M 310 -640 L 310 -35 M 60 -640 L 560 -640")),
        ["≪"] = (0.86, Path("M 440 -540 L 80 -290 L 440 -40 M 790 -540 L 430 -290 L 790 -40")),
        ["≫"] = (0.86, Path("M 70 -540 L 430 -290 L 70 -40 M 420 -540 L 780 -290 L 420 -40")),
        ["‖"] = (0.40, Path("M 120 -740 L 120 180 M 280 -740 L 280 180")),
        ["∇"] = (0.70, Path("M 70 -690 L 630 -690 L 350 -30 L 70 -690")),
        ["∼"] = (0.60, Path("M 60 -220 C 150 -380 240 -350 300 -285 C 360 -220 450 -190 540 -350")),
        ["∘"] = (0.40, Path("M 80 -290 C 80 -450 320 -450 320 -290 C 320 -130 80 -130 80 -290")),
        ["⊙"] = (0.72, Path("M 70 -290 C 70 -670 650 -670 650 -290 C 650 90 70 90 70 -290 M 330 -290 C 330 -330 390 -330 390 -290 C 390 -250 330 -250 330 -290")),
        ["⟨"] = (0.36, Path("M 290 -740 L 90 -280 L 290 180")),
        ["⟩"] = (0.36, Path("M 70 -740 L 270 -280 L 70 180")),
        ["∓"] = (0.58, Path("M 290 -480 L 290 0 M 50 -240 L 530 -240 M 50 -580 L 530 -580")),
        ["ℒ"] = (0.72, Path("M 560 -560 C 600 -760 400 -780 340 -560 C 280 -330 270 -60 120 -40 C 20 -30 20 -160 130 -140 C 260 -120 380 20 500 -10 C 590 -30 640 -90 660 -160")),
    };

    public static (double Advance, PathPoint[] Points)? Find(string symbol) =>
        Glyphs.TryGetValue(symbol, out (double, PathPoint[]) glyph) ? glyph : null;

    private static PathPoint[] Path(string description)
    {
        List<PathPoint> points = [];
        char command = ' ';
        string[] parts = description.Split(' ');
        for (int i = 0; i < parts.Length;)
        {
            if (char.IsLetter(parts[i][0]))
            {
                command = parts[i++][0];
            }

            points.Add(new PathPoint(command, Coordinate(parts[i]), Coordinate(parts[i + 1])));
            command = ' ';
            i += 2;
        }

        return [.. points];
    }

    private static double Coordinate(string thousandths) => int.Parse(thousandths, CultureInfo.InvariantCulture) / 1000.0;
}
