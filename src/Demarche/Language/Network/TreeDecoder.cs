using System.Buffers;

namespace Demarche.Language.Network;

/// <summary>From a score for each pair of words to the best tree with one root.</summary>
internal static class TreeDecoder
{
    // Far above any sum of scores: a tree with a second root is never the best one.
    private const double RootPenalty = 1e6;

    /// <summary>Finds the heads.</summary>
    /// <param name="scores">For word d, the score of head h at <c>d * (words + 1) + h</c>; head 0 is the root, head i the word i - 1.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="heads">Takes the head of each word, -1 for the root.</param>
    internal static void Decode(ReadOnlySpan<float> scores, int words, Span<int> heads)
    {
        var width = words + 1;
        for (var word = 0; word < words; word++)
        {
            var row = scores.Slice(word * width, width);
            var best = word == 0 ? words > 1 ? 2 : 0 : 1;
            for (var head = 0; head < width; head++)
            {
                if (head != word + 1 && row[head] > row[best])
                {
                    best = head;
                }
            }

            heads[word] = best - 1;
        }

        if (!IsTree(heads))
        {
            DecodeExactly(scores, words, heads);
        }
    }

    /// <summary>Whether there is one root and every word leads to it.</summary>
    internal static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        foreach (var head in heads)
        {
            roots += head < 0 ? 1 : 0;
        }

        return roots == 1 && FindCycle(heads) < 0;
    }

    // The maximum spanning tree, by contracting cycles (Chu and Liu 1965, Edmonds 1967).
    private static void DecodeExactly(ReadOnlySpan<float> scores, int words, Span<int> heads)
    {
        var size = words + 1;
        var graph = ArrayPool<double>.Shared.Rent(size * size);
        try
        {
            for (var word = 0; word < words; word++)
            {
                for (var head = 0; head < size; head++)
                {
                    graph[((word + 1) * size) + head] = scores[(word * size) + head] - (head == 0 ? RootPenalty : 0);
                }
            }

            Span<int> tree = size <= 512 ? stackalloc int[size] : new int[size];
            Best(graph, tree);
            for (var word = 0; word < words; word++)
            {
                heads[word] = tree[word + 1] - 1;
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(graph);
        }
    }

    // Nodes are 0 (the root) to n - 1; graph[d * n + h] scores the arc from h to d. Entry 0 of the heads is -1.
    private static void Best(double[] graph, Span<int> heads)
    {
        var size = heads.Length;
        heads[0] = -1;
        for (var node = 1; node < size; node++)
        {
            var best = 0;
            for (var head = 1; head < size; head++)
            {
                if (head != node && graph[(node * size) + head] > graph[(node * size) + best])
                {
                    best = head;
                }
            }

            heads[node] = best;
        }

        var start = FindCycle(heads);
        if (start >= 0)
        {
            Contract(graph, heads, start);
        }
    }

    // Makes one node of the cycle, finds the best tree of the smaller graph, and breaks the cycle where that tree enters it.
    private static void Contract(double[] graph, Span<int> heads, int start)
    {
        var size = heads.Length;
        var nodes = ArrayPool<int>.Shared.Rent(4 * size);
        var inCycle = nodes.AsSpan(3 * size, size);
        inCycle.Clear();
        for (var node = start; inCycle[node] == 0; node = heads[node])
        {
            inCycle[node] = 1;
        }

        var joint = 0;
        for (var node = 0; node < size; node++)
        {
            if (inCycle[node] == 0)
            {
                nodes[joint++] = node;
            }
        }

        var outside = nodes.AsSpan(0, joint);
        var leaves = nodes.AsSpan(size, joint);       // node of the cycle that would head an outside node
        var enters = nodes.AsSpan(2 * size, joint);   // node of the cycle that an outside node would head
        var small = joint + 1;
        var contracted = ArrayPool<double>.Shared.Rent(small * small);
        try
        {
            for (var i = 0; i < joint; i++)
            {
                for (var j = 0; j < joint; j++)
                {
                    contracted[(i * small) + j] = graph[(outside[i] * size) + outside[j]];
                }

                var leave = double.NegativeInfinity;
                var enter = double.NegativeInfinity;
                for (var node = start; ;)
                {
                    if (graph[(outside[i] * size) + node] > leave)
                    {
                        (leave, leaves[i]) = (graph[(outside[i] * size) + node], node);
                    }

                    var gain = graph[(node * size) + outside[i]] - graph[(node * size) + heads[node]];
                    if (gain > enter)
                    {
                        (enter, enters[i]) = (gain, node);
                    }

                    node = heads[node];
                    if (node == start)
                    {
                        break;
                    }
                }

                contracted[(i * small) + joint] = leave;
                contracted[(joint * small) + i] = enter;
            }

            Span<int> inner = small <= 512 ? stackalloc int[small] : new int[small];
            Best(contracted, inner);
            for (var i = 1; i < joint; i++)
            {
                heads[outside[i]] = inner[i] == joint ? leaves[i] : outside[inner[i]];
            }

            heads[enters[inner[joint]]] = outside[inner[joint]];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(contracted);
            ArrayPool<int>.Shared.Return(nodes);
        }
    }

    // A node on a cycle, or -1.
    private static int FindCycle(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (var start = 0; start < heads.Length; start++)
        {
            var node = start;
            while (node >= 0 && seen[node] == 0)
            {
                seen[node] = start + 1;
                node = heads[node];
            }

            if (node >= 0 && seen[node] == start + 1)
            {
                return node;
            }
        }

        return -1;
    }
}
