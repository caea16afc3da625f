namespace PluginLab.Rendering.Raster;

/// <summary>A deflate stream of one block with fixed codes, in which runs of one byte become matches at distance 1.</summary>
/// <remarks>Source: RFC 1951, section 3.2.6. Simple on purpose: its bytes are ours to keep.</remarks>
internal static class RunLengthDeflate
{
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int EndOfBlock = 256;

    private static readonly int[] LengthBases = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthExtraBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    /// <summary>The compressed bytes.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        BitWriter bits = new();
        bits.Write(1, 1);
        bits.Write(1, 2);
        int position = 0;
        while (position < bytes.Length)
        {
            int run = position == 0 ? 0 : RunLength(bytes, position);
            if (run >= ShortestMatch)
            {
                Match(bits, run);
                position += run;
            }
            else
            {
                Symbol(bits, bytes[position++]);
            }
        }

        Symbol(bits, EndOfBlock);
        return bits.ToArray();
    }

    /// <summary>How many bytes from a position on equal the one before it.</summary>
    private static int RunLength(ReadOnlySpan<byte> bytes, int position)
    {
        ReadOnlySpan<byte> rest = bytes[position..Math.Min(bytes.Length, position + LongestMatch)];
        int end = rest.IndexOfAnyExcept(bytes[position - 1]);
        return end < 0 ? rest.Length : end;
    }

    private static void Match(BitWriter bits, int length)
    {
        int code = LengthBases.Length - 1;
        while (LengthBases[code] > length)
        {
            code--;
        }

        Symbol(bits, 257 + code);
        bits.Write(length - LengthBases[code], LengthExtraBits[code]);
        bits.Write(0, 5);
    }

    private static void Symbol(BitWriter bits, int symbol)
    {
        (int code, int length) = symbol switch
        {
            < 144 => (0x30 + symbol, 8),
            < 256 => (0x190 + symbol - 144, 9),
            < 280 => (symbol - 256, 7),
            _ => (0xC0 + symbol - 280, 8),
        };
        bits.WriteReversed(code, length);
    }

    private sealed class BitWriter
    {
        private readonly List<byte> bytes = [];
        private int current;
        private int count;

        public void Write(int value, int length)
        {
            current |= value << count;
            count += length;
            while (count >= 8)
            {
                bytes.Add((byte)current);
                current >>= 8;
                count -= 8;
            }
        }

        /// <summary>Huffman codes go in from their highest bit.</summary>
        public void WriteReversed(int code, int length)
        {
            int reversed = 0;
            for (int i = 0; i < length; i++)
            {
                reversed = (reversed << 1) | ((code >> i) & 1);
            }

            Write(reversed, length);
        }

        public byte[] ToArray()
        {
            Write(0, (8 - count) % 8);
            return [.. bytes];
        }
    }
}
