using System.Buffers.Binary;

namespace PluginLab.Rendering.Raster;

/// <summary>Writes an image of up to 256 colours as PNG, with bytes that depend on the image alone and on no compression library.</summary>
/// <remarks>Source: PNG (Third Edition), W3C; RFC 1950 (zlib), RFC 1951 (deflate).</remarks>
internal static class IndexedPng
{
    private const int BytesPerRemainder = 5552;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    /// <summary>The bytes of the file.</summary>
    /// <param name="width">Width in px.</param>
    /// <param name="pixels">Index of the colour of each px, row by row from the top.</param>
    /// <param name="palette">Red, green and blue of each colour.</param>
    public static byte[] Write(int width, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> palette)
    {
        int height = pixels.Length / width;
        List<byte> file = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, palette);
        byte[] filtered = Filter(width, pixels);
        List<byte> compressed = [0x78, 0x01, .. RunLengthDeflate.Compress(filtered)];
        byte[] checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler(filtered));
        compressed.AddRange(checksum);
        Chunk(file, "IDAT"u8, [.. compressed]);
        Chunk(file, "IEND"u8, []);
        return [.. file];
    }

    /// <summary>Each row as its difference to the one above (filter 2): rows that repeat become zeros.</summary>
    private static byte[] Filter(int width, ReadOnlySpan<byte> pixels)
    {
        int height = pixels.Length / width;
        byte[] filtered = new byte[pixels.Length + height];
        for (int row = 0; row < height; row++)
        {
            int target = row * (width + 1);
            filtered[target++] = 2;
            ReadOnlySpan<byte> next = pixels.Slice(row * width, width);
            ReadOnlySpan<byte> above = row == 0 ? default : pixels.Slice((row - 1) * width, width);
            if (next.SequenceEqual(above))
            {
                continue;
            }

            for (int column = 0; column < width; column++)
            {
                filtered[target++] = (byte)(next[column] - (row == 0 ? 0 : above[column]));
            }
        }

        return filtered;
    }

    private static void Chunk(List<byte> file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.AddRange(number);
        file.AddRange(type);
        file.AddRange(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        file.AddRange(number);
    }

    private static uint Crc(uint value, ReadOnlySpan<byte> bytes)
    {
        foreach (byte next in bytes)
        {
            value = CrcTable[(value ^ next) & 0xFF] ^ (value >> 8);
        }

        return value;
    }

    private static uint CrcEntry(int index)
    {
        uint value = (uint)index;
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }

    private static uint Adler(ReadOnlySpan<byte> bytes)
    {
        (uint a, uint b) = (1, 0);
        while (bytes.Length > 0)
        {
            // As many bytes as 32 bits can add up before the remainder is due.
            foreach (byte next in bytes[..Math.Min(BytesPerRemainder, bytes.Length)])
            {
                a += next;
                b += a;
            }

            (a, b) = (a % 65521, b % 65521);
            bytes = bytes[Math.Min(BytesPerRemainder, bytes.Length)..];
        }

        return (b << 16) | a;
    }
}
