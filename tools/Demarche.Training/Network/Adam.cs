using System.Numerics;
using System.Numerics.Tensors;

namespace Demarche.Training.Network;

/// <summary>Adam (Kingma and Ba 2015) with clipping by norm and a running average of the parameters, which is what is kept.</summary>
public sealed unsafe class Adam(NetworkParameters parameters)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.98f;
    private const float Epsilon = 1e-8f;
    private const float LargestNorm = 5;
    private const float AverageDecay = 0.999f;

    /// <summary>Steps taken.</summary>
    public int Steps { get; set; }

    /// <summary>Moves the parameters against the gradients of all shards, which are cleared.</summary>
    /// <param name="rate">Learning rate.</param>
    public void Step(float rate)
    {
        var squares = new double[parameters.Matrices.Count];
        Parallel.For(0, parameters.Matrices.Count, i => squares[i] = Gather(parameters.Matrices[i]));
        var touched = parameters.Tables.Select(t => t.Gather()).ToArray();
        var norm = Math.Sqrt(squares.Sum() + parameters.Tables.Zip(touched).Sum(t => t.Second.Sum(row => (double)SquareOfRow(t.First, row))));
        Steps++;
        var step = new Move(
            norm > LargestNorm ? (float)(LargestNorm / norm) : 1,
            rate * (float)(Math.Sqrt(1 - Math.Pow(SecondDecay, Steps)) / (1 - Math.Pow(FirstDecay, Steps))),
            1 - AverageDecayAt(Steps));
        Parallel.For(0, parameters.Matrices.Count, i =>
        {
            var p = parameters.Matrices[i];
            Update(p.Value.Pointer, p.Gradients[0].Pointer, p.First.Pointer, p.Second.Pointer, p.Average.Pointer, p.Value.Length, step);
            foreach (var gradient in p.Gradients)
            {
                gradient.Span.Clear();
            }

            p.Pack();
        });
        for (var i = 0; i < touched.Length; i++)
        {
            UpdateRows(parameters.Tables[i], touched[i], step);
            parameters.Tables[i].Clear();
        }
    }

    /// <summary>Brings the averages of rows that were not touched for long up to date.</summary>
    public void SettleAverages()
    {
        foreach (var table in parameters.Tables)
        {
            for (var row = 0; row < table.Rows; row++)
            {
                SettleRow(table, row);
            }
        }
    }

    private static double Gather(Parameter p)
    {
        var sum = p.Gradients[0].Span;
        for (var shard = 1; shard < p.Gradients.Length; shard++)
        {
            TensorPrimitives.Add(sum, p.Gradients[shard].Span, sum);
        }

        return TensorPrimitives.SumOfSquares<float>(sum);
    }

    private static float SquareOfRow(Table table, int row) =>
        TensorPrimitives.SumOfSquares(new ReadOnlySpan<float>(table.Gradients[0].Pointer + (row * table.Width), table.Width));

    private void UpdateRows(Table table, List<int> rows, Move step)
    {
        foreach (var row in rows)
        {
            SettleRow(table, row);
            table.AveragedAt[row] = Steps;
            var at = row * table.Width;
            Update(
                table.Value.Pointer + at, table.Gradients[0].Pointer + at, table.First.Pointer + at, table.Second.Pointer + at, table.Average.Pointer + at, table.Width, step);
        }
    }

    private void SettleRow(Table table, int row)
    {
        var missed = Steps - 1 - table.AveragedAt[row];
        if (missed <= 0 || table.AveragedAt[row] == 0)
        {
            return;
        }

        var kept = MathF.Pow(AverageDecayAt(Steps), missed);
        for (var i = row * table.Width; i < (row + 1) * table.Width; i++)
        {
            table.Average.Pointer[i] = table.Value.Pointer[i] + ((table.Average.Pointer[i] - table.Value.Pointer[i]) * kept);
        }

        table.AveragedAt[row] = Steps - 1;
    }

    private static float AverageDecayAt(int step) => Math.Min(AverageDecay, (1f + step) / (10f + step));

    // Lengths are multiples of the vector width, or a row that is: widths of all parameters are rounded up to 16 by their owners, else the rest is done one by one.
    private static void Update(float* value, float* gradient, float* first, float* second, float* average, int length, Move step)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= length; at += Vector<float>.Count)
        {
            var g = Vector.Load(gradient + at) * step.Clip;
            var m = (Vector.Load(first + at) * FirstDecay) + (g * (1 - FirstDecay));
            var v = (Vector.Load(second + at) * SecondDecay) + (g * g * (1 - SecondDecay));
            var w = Vector.Load(value + at) - (step.Rate * m / (Vector.SquareRoot(v) + new Vector<float>(Epsilon)));
            var a = Vector.Load(average + at);
            m.Store(first + at);
            v.Store(second + at);
            w.Store(value + at);
            (a + ((w - a) * step.Renewal)).Store(average + at);
        }

        for (; at < length; at++)
        {
            var g = gradient[at] * step.Clip;
            first[at] = (first[at] * FirstDecay) + (g * (1 - FirstDecay));
            second[at] = (second[at] * SecondDecay) + (g * g * (1 - SecondDecay));
            value[at] -= step.Rate * first[at] / (MathF.Sqrt(second[at]) + Epsilon);
            average[at] += (value[at] - average[at]) * step.Renewal;
        }
    }

    private readonly record struct Move(float Clip, float Rate, float Renewal);
}
