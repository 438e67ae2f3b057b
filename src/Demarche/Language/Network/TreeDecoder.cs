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
        var width = words + 1;
        var graph = new double[width, width];
        for (var word = 0; word < words; word++)
        {
            for (var head = 0; head < width; head++)
            {
                graph[word + 1, head] = scores[(word * width) + head] - (head == 0 ? RootPenalty : 0);
            }
        }

        var tree = Best(graph);
        for (var word = 0; word < words; word++)
        {
            heads[word] = tree[word + 1] - 1;
        }
    }

    // Nodes are 0 (the root) to n - 1; graph[d, h] scores the arc from h to d. Entry 0 of the result is -1.
    private static int[] Best(double[,] graph)
    {
        var size = graph.GetLength(0);
        var heads = new int[size];
        heads[0] = -1;
        for (var node = 1; node < size; node++)
        {
            var best = 0;
            for (var head = 0; head < size; head++)
            {
                if (head != node && graph[node, head] > graph[node, best])
                {
                    best = head;
                }
            }

            heads[node] = best;
        }

        var start = FindCycle(heads);
        return start < 0 ? heads : Expand(graph, heads, start);
    }

    private static int[] Expand(double[,] graph, int[] heads, int start)
    {
        var size = heads.Length;
        var inCycle = new bool[size];
        for (var node = start; !inCycle[node]; node = heads[node])
        {
            inCycle[node] = true;
        }

        var outside = Enumerable.Range(0, size).Where(n => !inCycle[n]).ToArray();
        var cycle = Enumerable.Range(0, size).Where(n => inCycle[n]).ToArray();
        var joint = outside.Length;
        var contracted = new double[joint + 1, joint + 1];
        var leaves = new int[joint + 1];   // node of the cycle that would head an outside node
        var enters = new int[joint + 1];   // node of the cycle that an outside node would head
        for (var i = 0; i < joint; i++)
        {
            for (var j = 0; j < joint; j++)
            {
                contracted[i, j] = graph[outside[i], outside[j]];
            }

            leaves[i] = cycle.MaxBy(c => graph[outside[i], c]);
            contracted[i, joint] = graph[outside[i], leaves[i]];
            enters[i] = cycle.MaxBy(c => graph[c, outside[i]] - graph[c, heads[c]]);
            contracted[joint, i] = graph[enters[i], outside[i]] - graph[enters[i], heads[enters[i]]];
        }

        var inner = Best(contracted);
        for (var i = 1; i < joint; i++)
        {
            heads[outside[i]] = inner[i] == joint ? leaves[i] : outside[inner[i]];
        }

        heads[enters[inner[joint]]] = outside[inner[joint]];
        return heads;
    }

    // A node on a cycle, or -1.
    private static int FindCycle(ReadOnlySpan<int> heads)
    {
        var seen = new int[heads.Length];
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
