using System.Runtime.CompilerServices;

namespace Demarche.Language.Network;

/// <summary>The activation curves, some lanes at a time; the same bits in every lane.</summary>
internal static class Curves
{
    /// <summary>Hyperbolic tangent, right to about 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Tanh<T>(T x)
        where T : struct, ILanes<T>
    {
        var (top, bottom) = TanhFraction(x);
        return top / bottom;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sigmoid<T>(T x)
        where T : struct, ILanes<T>
    {
        var (top, bottom) = SigmoidFraction(x);
        return top / bottom;
    }

    /// <summary>What to divide by what for the hyperbolic tangent: divisions are slow, and products of curves need but one. The lower part is positive, at most 1.</summary>
    /// <remarks>A rational function of degree 13 over 6, the minimax fit that Eigen uses.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Top, T Bottom) TanhFraction<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Clamp(x, T.Of(-7.90531110763549805f), T.Of(7.90531110763549805f));
        var square = x * x;
        var top = T.MultiplyAdd(square, T.Of(-2.76076847742355e-16f), T.Of(2.00018790482477e-13f));
        top = T.MultiplyAdd(square, top, T.Of(-8.60467152213735e-11f));
        top = T.MultiplyAdd(square, top, T.Of(5.12229709037114e-08f));
        top = T.MultiplyAdd(square, top, T.Of(1.48572235717979e-05f));
        top = T.MultiplyAdd(square, top, T.Of(6.37261928875436e-04f));
        top = T.MultiplyAdd(square, top, T.Of(4.89352455891786e-03f));
        var bottom = T.MultiplyAdd(square, T.Of(1.19825839466702e-06f), T.Of(1.18534705686654e-04f));
        bottom = T.MultiplyAdd(square, bottom, T.Of(2.26843463243900e-03f));
        bottom = T.MultiplyAdd(square, bottom, T.Of(4.89352518554385e-03f));
        return (x * top, bottom);
    }

    /// <summary>The same for 1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Top, T Bottom) SigmoidFraction<T>(T x)
        where T : struct, ILanes<T>
    {
        var half = T.Of(0.5f);
        var (top, bottom) = TanhFraction(x * half);
        return ((top + bottom) * half, bottom);
    }

    /// <summary>x above zero, a tenth of it below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T LeakyRelu<T>(T x)
        where T : struct, ILanes<T> => T.Max(x, x * T.Of(0.1f));
}
