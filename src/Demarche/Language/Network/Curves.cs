using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>The activation curves, a vector at a time; the same bits in every lane.</summary>
internal static class Curves
{
    /// <summary>Hyperbolic tangent, right to about 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Tanh(Vector256<float> x)
    {
        var (top, bottom) = TanhFraction(x);
        return top / bottom;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Sigmoid(Vector256<float> x)
    {
        var (top, bottom) = SigmoidFraction(x);
        return top / bottom;
    }

    /// <summary>What to divide by what for the hyperbolic tangent: divisions are slow, and products of curves need but one. The lower part is positive, at most 1.</summary>
    /// <remarks>A rational function of degree 13 over 6, the minimax fit that Eigen uses.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<float> Top, Vector256<float> Bottom) TanhFraction(Vector256<float> x)
    {
        x = Vector256.ClampNative(x, Vector256.Create(-7.90531110763549805f), Vector256.Create(7.90531110763549805f));
        var square = x * x;
        var top = Vector256.FusedMultiplyAdd(square, Vector256.Create(-2.76076847742355e-16f), Vector256.Create(2.00018790482477e-13f));
        top = Vector256.FusedMultiplyAdd(square, top, Vector256.Create(-8.60467152213735e-11f));
        top = Vector256.FusedMultiplyAdd(square, top, Vector256.Create(5.12229709037114e-08f));
        top = Vector256.FusedMultiplyAdd(square, top, Vector256.Create(1.48572235717979e-05f));
        top = Vector256.FusedMultiplyAdd(square, top, Vector256.Create(6.37261928875436e-04f));
        top = Vector256.FusedMultiplyAdd(square, top, Vector256.Create(4.89352455891786e-03f));
        var bottom = Vector256.FusedMultiplyAdd(square, Vector256.Create(1.19825839466702e-06f), Vector256.Create(1.18534705686654e-04f));
        bottom = Vector256.FusedMultiplyAdd(square, bottom, Vector256.Create(2.26843463243900e-03f));
        bottom = Vector256.FusedMultiplyAdd(square, bottom, Vector256.Create(4.89352518554385e-03f));
        return (x * top, bottom);
    }

    /// <summary>The same for 1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<float> Top, Vector256<float> Bottom) SigmoidFraction(Vector256<float> x)
    {
        var half = Vector256.Create(0.5f);
        var (top, bottom) = TanhFraction(x * half);
        return ((top + bottom) * half, bottom);
    }

    /// <summary>x above zero, a tenth of it below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> LeakyRelu(Vector256<float> x) => Vector256.MaxNative(x, x * Vector256.Create(0.1f));
}
