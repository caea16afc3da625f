namespace PluginLab.Numerics.Integration.Methods;

/// <summary>Well-known explicit Runge–Kutta methods.</summary>
public static class Tableaus
{
    /// <summary>Euler's method, order 1, with straight lines between the knots. A constant step size h makes it gradient descent with learning rate h.</summary>
    public static ButcherTableau Euler { get; } = new("Euler", order: 1, nodes: [0], stageWeights: [[]], weights: [1]);

    /// <summary>The classical Runge–Kutta method, order 4, with cubic Hermite output. Source: Kutta, Z. Math. Phys. 46 (1901), 435–453.</summary>
    public static ButcherTableau RungeKutta4 { get; } = new ButcherTableau(
        "Runge–Kutta 4",
        order: 4,
        nodes: [0, 1 / 2.0, 1 / 2.0, 1],
        stageWeights: [[], [1 / 2.0], [0, 1 / 2.0], [0, 0, 1]],
        weights: [1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0]).WithHermiteOutput();

    /// <summary>Dormand–Prince 5(4) with its interpolant of order 4.</summary>
    /// <remarks>
    /// Source: Dormand and Prince, J. Comput. Appl. Math. 6 (1980), 19–26; dense output: Hairer, Nørsett and Wanner, Solving Ordinary
    /// Differential Equations I, section II.6, with the coefficients of their program DOPRI5.
    /// </remarks>
    public static ButcherTableau DormandPrince5 { get; } = new ButcherTableau(
        "Dormand–Prince 5(4)",
        order: 5,
        nodes: [0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1],
        stageWeights:
        [
            [],
            [1 / 5.0],
            [3 / 40.0, 9 / 40.0],
            [44 / 45.0, -56 / 15.0, 32 / 9.0],
            [19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0],
            [9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0],
            [35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0],
        ],
        weights: [35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0, 0])
        .WithErrorEstimate(4, [71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0])
        .WithCorrectedHermiteOutput(4, [],
        [
            [
                -12715105075 / 11282082432.0, 0, 87487479700 / 32700410799.0, -10690763975 / 1880347072.0,
                701980252875 / 199316789632.0, -1453857185 / 822651844.0, 69997945 / 29380423.0,
            ],
        ]);

    /// <summary>Dormand–Prince 8(5,3), order 8, with its interpolant of order 7, which takes three more stages where it is asked for.</summary>
    /// <remarks>
    /// Source: Prince and Dormand, J. Comput. Appl. Math. 7 (1981), 67–75; error estimate and dense output: Hairer, Nørsett and Wanner, Solving
    /// Ordinary Differential Equations I, sections II.6 and II.10, with the coefficients of their program DOP853.
    /// </remarks>
    public static ButcherTableau DormandPrince8 => DormandPrince8Coefficients.Tableau;
}
