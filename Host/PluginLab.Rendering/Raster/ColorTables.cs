using System.Globalization;
using PluginLab.Figures;

namespace PluginLab.Rendering.Raster;

/// <summary>The colours of colour maps, from the lowest value to the highest.</summary>
internal static class ColorTables
{
    /// <summary>Number of colours of a map.</summary>
    public const int Count = 253;

    /// <summary>Index of the colour of missing values.</summary>
    public const byte Missing = Count;

    /// <summary>Index of the colour of values below the lower limit.</summary>
    public const byte Under = Count + 1;

    /// <summary>Index of the colour of values above the upper limit.</summary>
    public const byte Over = Count + 2;

    // Source: matplotlib, viridis, by N. Smith and S. van der Walt (CC0).
    private const string Viridis =
        "44015444025645045745055946075A46085C460A5D460B5E470D60470E6147106347116447136548146748166848176948186A481A6C481B6D481C6E481D6F48" +
        "1F70482071482173482374482475482576482677482878482979472A7A472C7A472D7B472E7C472F7D46307E46327E46337F4634804535814537814538824439" +
        "83443A83443B84433D84433E85423F854240864241864142874144874045884046883F47883F48893E49893E4A893E4C8A3D4D8A3D4E8A3C4F8A3C508B3B518B" +
        "3B528B3A538B3A548C39558C39568C38588C38598C375A8C375B8D365C8D365D8D355E8D355F8D34608D34618D33628D33638D32648E32658E31668E31678E31" +
        "688E30698E306A8E2F6B8E2F6C8E2E6D8E2E6E8E2E6F8E2D708E2D718E2C718E2C728E2C738E2B748E2B758E2A768E2A778E2A788E29798E297A8E297B8E287C" +
        "8E287D8E277E8E277F8E27808E26818E26828E26828E25838E25848E25858E24868E24878E23888E23898E238A8D228B8D228C8D228D8D218E8D218F8D21908D" +
        "21918C20928C20928C20938C1F948C1F958B1F968B1F978B1F988B1F998A1F9A8A1E9B8A1E9C891E9D891F9E891F9F881FA0881FA1881FA1871FA28720A38620" +
        "A48621A58521A68522A78522A88423A98324AA8325AB8225AC8226AD8127AD8128AE8029AF7F2AB07F2CB17E2DB27D2EB37C2FB47C31B57B32B67A34B67935B7" +
        "7937B87838B9773ABA763BBB753DBC743FBC7340BD7242BE7144BF7046C06F48C16E4AC16D4CC26C4EC36B50C46A52C56954C56856C66758C7655AC8645CC863" +
        "5EC96260CA6063CB5F65CB5E67CC5C69CD5B6CCD5A6ECE5870CF5773D05675D05477D1537AD1517CD2507FD34E81D34D84D44B86D54989D5488BD6468ED64590" +
        "D74393D74195D84098D83E9BD93C9DD93BA0DA39A2DA37A5DB36A8DB34AADC32ADDC30B0DD2FB2DD2DB5DE2BB8DE29BADE28BDDF26C0DF25C2DF23C5E021C8E0" +
        "20CAE11FCDE11DD0E11CD2E21BD5E21AD8E219DAE319DDE318DFE318E2E418E5E419E7E419EAE51AECE51BEFE51CF1E51DF4E61EF6E620F8E621FBE723FDE725";

    // Source: ColorBrewer 2.0, RdBu with 11 classes, reversed; by C. Brewer (Apache 2.0).
    private const string Diverging = "0530612166AC4393C392C5DED1E5F0F7F7F7FDDBC7F4A582D6604DB2182B67001F";

    // Source: F. Crameri, Scientific colour maps 7, https://doi.org/10.5281/zenodo.1243862, batlow (MIT): every fifth of its 256 colours.
    private const string Batlow =
        "01195906215B0A285C0C2F5D0E365E0F3C5F114160124661134B61154F621854621B58621E5D6223606028645F2F675C356A593C6D564470524C724D537549" +
        "5B7745637A406C7C3C747E387D81348683308F862D99882CA38A2CAD8C2DB78E31C09036CA923CD29343DB954BE39754EA995EF09C69F59F74F9A380FBA68C" +
        "FDAA97FDAEA2FDB2ADFDB5B8FDB9C2FDBCCDFCC0D8FCC4E3FBC8EFFACCFA";

    private const string MissingColor = "B4B4B4";

    private static readonly byte[] ViridisTable = Resample(Viridis);
    private static readonly byte[] DivergingTable = Resample(Diverging);
    private static readonly byte[] BatlowTable = Resample(Batlow);

    /// <summary>Red, green and blue of each colour of a scale, then of missing values, of those below and of those above.</summary>
    public static byte[] Of(ColorScale scale)
    {
        (byte[] map, string under, string over) = scale.Map switch
        {
            ColorMap.Diverging => (DivergingTable, "021425", "2A000C"),
            ColorMap.Batlow => (BatlowTable, "00051E", "FFF2FF"),
            _ => (ViridisTable, "14001A", "FFFFD2"),
        };
        return [.. map, .. Bytes(scale.MissingColor ?? MissingColor), .. Bytes(scale.UnderColor ?? under), .. Bytes(scale.OverColor ?? over)];
    }

    /// <summary>A colour of a table as #rrggbb.</summary>
    public static string Hexadecimal(ReadOnlySpan<byte> table, int index)
    {
        ReadOnlySpan<byte> color = table.Slice(3 * index, 3);
        return string.Create(CultureInfo.InvariantCulture, $"#{color[0]:x2}{color[1]:x2}{color[2]:x2}");
    }

    /// <summary>Whether a text is a colour, as #rrggbb.</summary>
    public static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    private static byte[] Bytes(string color) => Convert.FromHexString(color.TrimStart('#'));

    private static byte[] Resample(string hexadecimal)
    {
        byte[] source = Convert.FromHexString(hexadecimal);
        int last = (source.Length / 3) - 1;
        byte[] table = new byte[3 * Count];
        for (int i = 0; i < Count; i++)
        {
            double at = i * (double)last / (Count - 1);
            int below = Math.Min((int)at, last - 1);
            for (int channel = 0; channel < 3; channel++)
            {
                double value = source[(3 * below) + channel] + ((at - below) * (source[(3 * below) + 3 + channel] - source[(3 * below) + channel]));
                table[(3 * i) + channel] = (byte)Math.Round(value);
            }
        }

        return table;
    }
}
