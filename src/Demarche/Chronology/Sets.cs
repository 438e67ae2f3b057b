namespace Demarche.Chronology;

/// <summary>Sorted arrays as sets.</summary>
internal static class Sets
{
    /// <summary>How many values are in both.</summary>
    public static int Shared<T>(T[] a, T[] b)
        where T : IComparable<T>
    {
        int i = 0, j = 0, count = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            count += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The values of either, sorted.</summary>
    public static int[] Union(int[] a, int[] b) => b.Length == 0 ? a : a.Length == 0 ? b : [.. a.Union(b).Order()];

    /// <summary>How many stand for a state or body with a code; names without one are negative.</summary>
    public static int Coded(int[] codes)
    {
        var count = 0;
        foreach (var code in codes)
        {
            count += code > 0 ? 1 : 0;
        }

        return count;
    }
}
