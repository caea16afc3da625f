namespace PluginLab.Dynamics;

/// <summary>Elementary functions from IEEE basic operations alone: the same bits on every platform, and in each lane of <see cref="Lanes"/>.</summary>
/// <remarks>
/// The platform's exp, log and pow may differ in the last bit. Where such a bit decides a step size or a random start, these are used.
/// Errors are below 1 ulp for <see cref="Exp"/> and <see cref="Log"/>. Source: the argument reductions and minimax polynomials of
/// FDLIBM (Sun Microsystems, 1993), as documented in its e_exp.c and e_log.c.
/// </remarks>
public static class PortableMath
{
    /// <summary>e^x; +∞ above 709.78, 0 below −745.13, NaN for NaN.</summary>
    public static double Exp(double x) => ElementaryFunctions.Exp<Real>(x);

    /// <summary>Natural logarithm; −∞ at 0, NaN below, +∞ at +∞.</summary>
    public static double Log(double x) => ElementaryFunctions.Log<Real>(x);

    /// <summary>x^y by products for whole |y| ≤ 8 (within |y|/2 ulp), else e^{y log|x|} (about |y log x| ulp off). 1 for y = 0, NaN for negative x unless y is whole.</summary>
    public static double Pow(double x, double y) => ElementaryFunctions.Pow<Real>(x, y);
}
