using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Network;

/// <summary>Floats that are reckoned with side by side. What comes out of a lane does not depend on how many there are.</summary>
internal unsafe interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many.</summary>
    static abstract int Count { get; }

    static abstract T Load(float* from);

    void Store(float* to);

    static abstract T Of(float value);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    static abstract T Clamp(T x, T low, T high);

    static abstract T Max(T a, T b);

    static abstract T operator +(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);
}

/// <summary>Eight, what nearly every machine has.</summary>
/// <param name="V">The floats.</param>
internal readonly unsafe record struct EightLanes(Vector256<float> V) : ILanes<EightLanes>
{
    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Load(float* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to) => V.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Of(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyAdd(EightLanes a, EightLanes b, EightLanes c) => new(Vector256.FusedMultiplyAdd(a.V, b.V, c.V));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Clamp(EightLanes x, EightLanes low, EightLanes high) => new(Vector256.ClampNative(x.V, low.V, high.V));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Max(EightLanes a, EightLanes b) => new(Vector256.MaxNative(a.V, b.V));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes a, EightLanes b) => new(a.V + b.V);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes a, EightLanes b) => new(a.V * b.V);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator /(EightLanes a, EightLanes b) => new(a.V / b.V);
}

/// <summary>Sixteen, for machines with AVX-512.</summary>
/// <param name="V">The floats.</param>
internal readonly unsafe record struct SixteenLanes(Vector512<float> V) : ILanes<SixteenLanes>
{
    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes Load(float* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to) => V.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes Of(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes MultiplyAdd(SixteenLanes a, SixteenLanes b, SixteenLanes c) => new(Vector512.FusedMultiplyAdd(a.V, b.V, c.V));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes Clamp(SixteenLanes x, SixteenLanes low, SixteenLanes high) => new(Vector512.ClampNative(x.V, low.V, high.V));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes Max(SixteenLanes a, SixteenLanes b) => new(Vector512.MaxNative(a.V, b.V));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes operator +(SixteenLanes a, SixteenLanes b) => new(a.V + b.V);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes operator *(SixteenLanes a, SixteenLanes b) => new(a.V * b.V);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenLanes operator /(SixteenLanes a, SixteenLanes b) => new(a.V / b.V);
}
