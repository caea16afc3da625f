namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>Exponential expressions that keep their digits where the plain form cancels.</summary>
internal static class Exponentials
{
    /// <summary>e^x − 1, as 2 tanh(x/2) / (1 − tanh(x/2)) near zero.</summary>
    public static double MinusOne(double x)
    {
        if (Math.Abs(x) > 1)
        {
            return Math.Exp(x) - 1;
        }

        double half = Math.Tanh(x / 2);
        return 2 * half / (1 - half);
    }

    /// <summary>∫₀ᵗ e^{rate·τ} dτ = (e^{rate·t} − 1) / rate; t for rate 0.</summary>
    public static double Integral(double rate, double time) => rate == 0 ? time : MinusOne(rate * time) / rate;
}
