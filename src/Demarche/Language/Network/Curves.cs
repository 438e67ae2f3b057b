using System.Numerics;
using System.Runtime.CompilerServices;

namespace Demarche.Language.Network;

/// <summary>The activation curves, a vector at a time; the same bits in every lane.</summary>
internal static class Curves
{
    /// <summary>Hyperbolic tangent, right to about 1e-6: a rational function of degree 13 over 6 (the minimax fit that Eigen uses).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Tanh(Vector<float> x)
    {
        x = Vector.ClampNative(x, new Vector<float>(-7.90531110763549805f), new Vector<float>(7.90531110763549805f));
        var square = x * x;
        var top = Vector.MultiplyAddEstimate(square, new Vector<float>(-2.76076847742355e-16f), new Vector<float>(2.00018790482477e-13f));
        top = Vector.MultiplyAddEstimate(square, top, new Vector<float>(-8.60467152213735e-11f));
        top = Vector.MultiplyAddEstimate(square, top, new Vector<float>(5.12229709037114e-08f));
        top = Vector.MultiplyAddEstimate(square, top, new Vector<float>(1.48572235717979e-05f));
        top = Vector.MultiplyAddEstimate(square, top, new Vector<float>(6.37261928875436e-04f));
        top = Vector.MultiplyAddEstimate(square, top, new Vector<float>(4.89352455891786e-03f));
        var bottom = Vector.MultiplyAddEstimate(square, new Vector<float>(1.19825839466702e-06f), new Vector<float>(1.18534705686654e-04f));
        bottom = Vector.MultiplyAddEstimate(square, bottom, new Vector<float>(2.26843463243900e-03f));
        bottom = Vector.MultiplyAddEstimate(square, bottom, new Vector<float>(4.89352518554385e-03f));
        return x * top / bottom;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Sigmoid(Vector<float> x)
    {
        var half = new Vector<float>(0.5f);
        return Vector.MultiplyAddEstimate(half, Tanh(x * half), half);
    }

    /// <summary>x above zero, a tenth of it below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> LeakyRelu(Vector<float> x) => Vector.MaxNative(x, x * new Vector<float>(0.1f));
}
