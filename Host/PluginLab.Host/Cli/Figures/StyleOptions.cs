using System.CommandLine;
using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Cli.Figures;

/// <summary>The options that say how figures are to look.</summary>
internal sealed class StyleOptions
{
    private const string Light = "light";
    private const string Dark = "dark";
    private const string Both = "both";

    private readonly Option<string?> width = new("--width-mm") { Description = "Width in mm; without a height panels and plots are arranged to fit it.", HelpName = "MM" };
    private readonly Option<string?> height = new("--height-mm") { Description = "Height in mm.", HelpName = "MM" };
    private readonly Option<string?> font = new("--font-size-pt") { Description = "Size in pt of the labels of axes, with everything else in proportion; 9 as drawn by run.", HelpName = "PT" };
    private readonly Option<string> theme = new("--theme") { Description = "Fixed colours; both writes each figure twice, ID-light and ID-dark.", HelpName = $"{Light}|{Dark}|{Both}", DefaultValueFactory = _ => Light };
    private readonly Option<bool> transparent = new("--transparent") { Description = "Leave the background out." };
    private readonly Option<bool> noTitle = new("--no-title") { Description = "Leave title and subtitle out; a paper has a caption." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        theme.AcceptOnly(Light, Dark, Both);
        Option[] all = [width, height, font, theme, transparent, noTitle];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What they say: a style per drawing, with what is added to the name of its file.</summary>
    /// <exception cref="UsageException">A number is malformed or out of range.</exception>
    public IReadOnlyList<(string Suffix, FigureStyle Style)> Read(ParseResult parsed)
    {
        FigureStyle style = new()
        {
            Width = ReadNumber(parsed, width, FigureStyle.SmallestSide, FigureStyle.LargestSide),
            Height = ReadNumber(parsed, height, FigureStyle.SmallestSide, FigureStyle.LargestSide),
            FontSize = ReadNumber(parsed, font, FigureStyle.SmallestFont, FigureStyle.LargestFont),
            IsTransparent = parsed.GetValue(transparent),
            IsTitleShown = !parsed.GetValue(noTitle),
        };
        (FigureStyle light, FigureStyle dark) = (style with { Theme = FigureTheme.Light }, style with { Theme = FigureTheme.Dark });
        return parsed.GetValue(theme) switch
        {
            Light => [("", light)],
            Dark => [("", dark)],
            _ => [($"-{Light}", light), ($"-{Dark}", dark)],
        };
    }

    /// <summary>The number of an option; null where it is not given.</summary>
    /// <exception cref="UsageException">It is malformed or out of range.</exception>
    public static double? ReadNumber(ParseResult parsed, Option<string?> option, double least, double most)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most
            ? value
            : throw new UsageException($"{option.Name} is \"{text}\"; it must be a number from {NumberText.Of(least)} to {NumberText.Of(most)}.");
    }
}
