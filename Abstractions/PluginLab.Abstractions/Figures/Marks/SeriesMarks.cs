namespace PluginLab.Figures;

/// <summary>A line through points.</summary>
public sealed record Line : Mark
{
    /// <summary>Abscissae.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates, as many as abscissae; NaN breaks the line.</summary>
    public required IReadOnlyList<double> Y { get; init; }
}

/// <summary>A staircase: each value holds until the next abscissa.</summary>
public sealed record Step : Mark
{
    /// <summary>Abscissae, increasing.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates, as many as abscissae.</summary>
    public required IReadOnlyList<double> Y { get; init; }
}

/// <summary>A marker at each point.</summary>
public sealed record Scatter : Mark
{
    /// <summary>Abscissae.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates, as many as abscissae; a point with NaN is left out.</summary>
    public required IReadOnlyList<double> Y { get; init; }
}

/// <summary>A marker at each point with an interval of uncertainty along the vertical axis.</summary>
public sealed record ErrorBars : Mark
{
    /// <summary>Abscissae.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates of the markers.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>Lower ends of the intervals.</summary>
    public required IReadOnlyList<double> Lower { get; init; }

    /// <summary>Upper ends of the intervals.</summary>
    public required IReadOnlyList<double> Upper { get; init; }
}

/// <summary>The region between two lines.</summary>
public sealed record Ribbon : Mark
{
    /// <summary>Abscissae.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Lower edge, as many as abscissae.</summary>
    public required IReadOnlyList<double> Lower { get; init; }

    /// <summary>Upper edge, as many as abscissae.</summary>
    public required IReadOnlyList<double> Upper { get; init; }
}

/// <summary>A path through a plane with a mark at its start, one at its end and arrows along it.</summary>
public sealed record PhasePath : Mark
{
    /// <summary>Abscissae, in the order of time.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Ordinates, as many as abscissae.</summary>
    public required IReadOnlyList<double> Y { get; init; }
}
