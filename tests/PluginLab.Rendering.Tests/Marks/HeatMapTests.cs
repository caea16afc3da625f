using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml.Linq;
using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class HeatMapTests
{
    [Test]
    public void Cells_have_the_colours_of_their_values_from_the_lowest_row_up()
    {
        Image image = Draw([0, 1, 2, 3, double.NaN, 5], new ColorScale { Label = "v" }, [0, 1, 2, 3], [0, 1, 2]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.ColorAt(0.1, 0.9), Is.EqualTo("440154"), "lowest value at the lower left: the first colour of viridis");
            Assert.That(image.ColorAt(0.9, 0.1), Is.EqualTo("FDE725"), "highest value at the upper right: its last colour");
            Assert.That(image.ColorAt(0.5, 0.1), Is.EqualTo("B4B4B4"), "missing value");
            Assert.That(image.Width % 3, Is.Zero);
            Assert.That(image.Height % 2, Is.Zero);
        }
    }

    [Test]
    public void A_diverging_map_is_white_at_its_centre()
    {
        Image image = Draw([-3, 0, 1], new ColorScale { Label = "v", Map = ColorMap.Diverging }, [0, 1, 2, 3], [0, 1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.ColorAt(0.1, 0.5), Is.EqualTo("053061"));
            Assert.That(image.ColorAt(0.5, 0.5), Is.EqualTo("F7F6F6").Or.EqualTo("F7F7F7").Or.EqualTo("F6F6F7"));
        }
    }

    [Test]
    public void A_diverging_map_is_white_at_its_centre_between_unequal_limits_and_deepens_equally_fast()
    {
        ColorScale scale = new() { Label = "v", Map = ColorMap.Diverging, Center = 1, Limits = new Limits(0, 5) };
        Image image = Draw([0, 1, 2, 5], scale, [0, 1, 2, 3, 4], [0, 1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.ColorAt(0.4, 0.5), Is.EqualTo("F7F7F7"));
            Assert.That(image.ColorAt(0.9, 0.5), Is.EqualTo("67001F"));
            Assert.That(image.ColorAt(0.1, 0.5), Is.Not.EqualTo("053061"), "a fourth of the way from the centre, as the end above is four fourths");
        }
    }

    [Test]
    public void A_ratio_and_its_inverse_are_equally_far_from_a_centre_of_one()
    {
        ColorScale scale = new() { Label = "v", Map = ColorMap.Diverging, Norm = AxisScale.Logarithmic, Center = 1 };
        Image image = Draw([0.5, 1, 10], scale, [0, 1, 2, 3], [0, 1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.ColorAt(0.5, 0.5), Is.EqualTo("F7F7F7"));
            Assert.That(image.ColorAt(0.9, 0.5), Is.EqualTo("67001F"));
        }
    }

    [Test]
    public void Values_beyond_the_limits_have_colours_of_their_own_and_tips_on_the_bar()
    {
        ColorScale scale = new() { Label = "v", Limits = new Limits(0, 1), UnderColor = "#010203", OverColor = "#0a0b0c", MissingColor = "#112233" };
        HeatMap map = new() { Id = "map", XEdges = [0, 1, 2, 3, 4, 5], YEdges = [0, 1], Values = [-1, 0, 1 + 1e-12, 2, double.NaN], Scale = scale };
        Image image = Draw([-1, 0, 1 + 1e-12, 2, double.NaN], scale, [0, 1, 2, 3, 4, 5], [0, 1]);
        string drawing = Drawings.Text(Drawings.Draw(Drawings.OnePanel(map)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((double[])[0.1, 0.3, 0.5, 0.7, 0.9]).Select(at => image.ColorAt(at, 0.5)), Is.EqualTo((string[])["010203", "440154", "FDE725", "0A0B0C", "112233"]), "rounding does not lie beyond a limit");
            Assert.That(drawing, Does.Contain("fill=\"#010203\"").And.Contains("fill=\"#0a0b0c\"").And.Contains("fill=\"#112233\""));
            Assert.That(Drawings.Text(Drawings.Draw(Drawings.OnePanel(map with { Values = [0, 0, 0.5, 1, 1] }))), Does.Not.Contain("#010203").And.Not.Contain("#0a0b0c"), "nothing lies beyond");
        }
    }

    [Test]
    public void Batlow_grows_lighter_from_end_to_end()
    {
        Image image = Draw([.. Enumerable.Range(0, 40).Select(i => (double)i)], new ColorScale { Label = "v", Map = ColorMap.Batlow }, [.. Enumerable.Range(0, 41).Select(i => (double)i)], [0, 1]);
        double[] lightness = [.. Enumerable.Range(0, 40).Select(i => Luminance(Convert.FromHexString(image.ColorAt((i + 0.5) / 40, 0.5))))];
        Assert.That(lightness, Is.Ordered);

        static double Luminance(byte[] color) => (0.2126 * Math.Pow(color[0] / 255.0, 2.2)) + (0.7152 * Math.Pow(color[1] / 255.0, 2.2)) + (0.0722 * Math.Pow(color[2] / 255.0, 2.2));
    }

    [TestCase("red")]
    [TestCase("#12345")]
    [TestCase("#12345g")]
    public void What_is_no_colour_is_refused(string color) => Refused(new ColorScale { Label = "v", UnderColor = color }, $"the colour '{color}'");

    [Test]
    public void A_centre_that_colours_cannot_follow_is_refused() =>
        Refused(new ColorScale { Label = "v", Map = ColorMap.Diverging, Norm = AxisScale.Logarithmic, Center = -1 }, "a centre that colours cannot follow");

    private static void Refused(ColorScale scale, string reason) =>
        Assert.That(() => Draw([1], scale, [0, 1], [0, 1]), Throws.TypeOf<FigureException>().With.Message.Contains(reason).And.Message.Contains("mark 'map'"));

    [Test]
    public void Columns_of_unequal_width_take_their_share_of_the_image()
    {
        Image image = Draw([0, 1], new ColorScale { Label = "v" }, [0, 9, 10], [0, 1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.ColorAt(0.88, 0.5), Is.EqualTo("440154"));
            Assert.That(image.ColorAt(0.92, 0.5), Is.EqualTo("FDE725"));
        }
    }

    private static Image Draw(double[] values, ColorScale scale, double[] x, double[] y)
    {
        Figure figure = Drawings.OnePanel(new HeatMap { Id = "map", XEdges = x, YEdges = y, Values = values, Scale = scale });
        XElement element = Drawings.Mark(Drawings.Draw(figure), "figure", "map").Element(Drawings.Svg + "image")!;
        return Image.Read(Convert.FromBase64String(((string)element.Attribute("href")!)["data:image/png;base64,".Length..]));
    }

    /// <summary>A decoded PNG of our kind: indexed, 8 bits, every row filtered by the one above.</summary>
    private sealed record Image(int Width, int Height, byte[] Indices, byte[] Palette)
    {
        public string ColorAt(double right, double down)
        {
            int index = Indices[((int)(down * Height) * Width) + (int)(right * Width)];
            return Convert.ToHexString(Palette, 3 * index, 3);
        }

        public static Image Read(byte[] file)
        {
            Dictionary<string, byte[]> chunks = [];
            for (int at = 8; at < file.Length;)
            {
                int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
                string name = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
                Assert.That(BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)), Is.EqualTo(Crc(file.AsSpan(at + 4, length + 4))), $"checksum of {name}");
                chunks[name] = file.AsSpan(at + 8, length).ToArray();
                at += length + 12;
            }

            int width = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]);
            int height = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4));
            using ZLibStream stream = new(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
            MemoryStream filtered = new();
            stream.CopyTo(filtered);
            return new Image(width, height, Unfilter(filtered.ToArray(), width, height), chunks["PLTE"]);
        }

        private static byte[] Unfilter(byte[] filtered, int width, int height)
        {
            Assert.That(filtered, Has.Length.EqualTo((width + 1) * height));
            byte[] pixels = new byte[width * height];
            for (int i = 0; i < pixels.Length; i++)
            {
                (int row, int column) = (i / width, i % width);
                Assert.That(filtered[row * (width + 1)], Is.EqualTo(2));
                pixels[i] = (byte)(filtered[(row * (width + 1)) + 1 + column] + (row == 0 ? 0 : pixels[i - width]));
            }

            return pixels;
        }

        private static uint Crc(ReadOnlySpan<byte> bytes)
        {
            uint crc = uint.MaxValue;
            foreach (byte next in bytes)
            {
                crc ^= next;
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                }
            }

            return ~crc;
        }
    }
}
