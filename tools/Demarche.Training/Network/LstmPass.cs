using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Demarche.Language.Network;

namespace Demarche.Training.Network;

/// <summary>One direction of a recurrent layer, forwards with all that the way back needs, and backwards.</summary>
internal sealed unsafe class LstmPass
{
    private readonly Linear _input;
    private readonly Parameter _recurrent;
    private readonly bool _isBackward;
    private readonly int _width;
    private SentenceBatch _batch = new([]);
    private float* _x;
    private float* _gates;      // activated, then their gradients
    private float* _cells;
    private float* _curved;     // tanh of the cells
    private float* _before;     // the state before each word, after dropout
    private float* _masks;

    internal LstmPass(NetworkParameters parameters, int layer, bool backward)
    {
        _input = new Linear(parameters, NetworkParts.Recurrent(layer, backward, "input"));
        _recurrent = parameters[NetworkParts.Recurrent(layer, backward, "recurrent")];
        _isBackward = backward;
        _width = parameters.Shape.Hidden;
    }

    internal void Forward(SentenceBatch batch, float* x, float* h, int stride, float dropout, Dice? dice, Arena arena)
    {
        _batch = batch;
        _x = x;
        _gates = _input.Forward(x, batch.Rows, arena);
        _cells = arena.Take(batch.Rows * _width);
        _curved = arena.Take(batch.Rows * _width);
        _before = arena.TakeZeros(batch.Rows * _width);
        _masks = Dropout.Masks(batch.Count, _width, dropout, dice, arena);
        for (var i = 0; i < batch.Steps; i++)
        {
            var (step, before, running) = At(i);
            var row = batch.FirstRow(step);
            for (var sentence = 0; sentence < running; sentence++)
            {
                var state = new Span<float>(_before + ((nint)(row + sentence) * _width), _width);
                new ReadOnlySpan<float>(h + ((nint)(batch.FirstRow(before) + sentence) * stride), _width).CopyTo(state);
                Dropout.Apply(_before + ((nint)(row + sentence) * _width), _masks, sentence, _width);
            }

            if (running > 0)
            {
                MatrixProduct.Multiply(
                    _before + ((nint)row * _width), _width, 1, running, _width, _recurrent.Packed, 4 * _width, _gates + ((nint)row * 4 * _width), 4 * _width, add: true);
            }

            for (var sentence = 0; sentence < batch.Active(step); sentence++)
            {
                var cellBefore = sentence < running ? _cells + ((nint)(batch.FirstRow(before) + sentence) * _width) : null;
                CellForward(row + sentence, cellBefore, h + ((nint)(row + sentence) * stride));
            }
        }
    }

    /// <summary>Adds to the gradients of the parameters and of the layer below.</summary>
    /// <param name="dh">Gradient of the states, rows <paramref name="stride"/> apart.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="dx">Takes the gradient of the layer below.</param>
    /// <param name="shard">Which gradients to add to.</param>
    /// <param name="arena">Working memory.</param>
    internal void Backward(float* dh, int stride, float* dx, int shard, Arena arena)
    {
        var batch = _batch;
        var fromNext = arena.TakeZeros(batch.Rows * _width);
        var cellFromNext = arena.TakeZeros(batch.Rows * _width);
        for (var i = batch.Steps - 1; i >= 0; i--)
        {
            var (step, before, running) = At(i);
            var row = batch.FirstRow(step);
            for (var sentence = 0; sentence < batch.Active(step); sentence++)
            {
                var rowBefore = sentence < running ? batch.FirstRow(before) + sentence : -1;
                var gradient = fromNext + ((nint)(row + sentence) * _width);
                var sum = new Span<float>(gradient, _width);
                TensorPrimitives.Add(sum, new ReadOnlySpan<float>(dh + ((nint)(row + sentence) * stride), _width), sum);
                CellBackward(row + sentence, rowBefore, gradient, cellFromNext);
            }

            if (running > 0)
            {
                var target = fromNext + ((nint)batch.FirstRow(before) * _width);
                MatrixProduct.Multiply(
                    _gates + ((nint)row * 4 * _width), 4 * _width, 1, running, 4 * _width, _recurrent.PackedTransposed, _width, target, _width, add: false);
                for (var sentence = 0; sentence < running; sentence++)
                {
                    Dropout.Apply(target + (sentence * _width), _masks, sentence, _width);
                }
            }
        }

        Linear.AddWeightGradient(_recurrent, _before, _gates, batch.Rows, shard, arena);
        _input.Backward(_x, _gates, batch.Rows, dx, shard, arena);
    }

    private (int Step, int Before, int Running) At(int i)
    {
        var step = _isBackward ? _batch.Steps - 1 - i : i;
        var before = _isBackward ? step + 1 : step - 1;
        return (step, before, Math.Min(_batch.Active(step), _batch.Active(before)));
    }

    private void CellForward(int row, float* cellBefore, float* h)
    {
        var z = _gates + ((nint)row * 4 * _width);
        var cell = _cells + ((nint)row * _width);
        var curved = _curved + ((nint)row * _width);
        for (var i = 0; i < _width; i += EightLanes.Count)
        {
            var input = Curves.Sigmoid(EightLanes.Load(z + i));
            var forget = Curves.Sigmoid(EightLanes.Load(z + _width + i));
            var candidate = Curves.Tanh(EightLanes.Load(z + (2 * _width) + i));
            var output = Curves.Sigmoid(EightLanes.Load(z + (3 * _width) + i));
            var earlier = cellBefore == null ? EightLanes.Of(0) : EightLanes.Load(cellBefore + i);
            var next = EightLanes.MultiplyAdd(forget, earlier, input * candidate);
            var bent = Curves.Tanh(next);
            input.Store(z + i);
            forget.Store(z + _width + i);
            candidate.Store(z + (2 * _width) + i);
            output.Store(z + (3 * _width) + i);
            next.Store(cell + i);
            bent.Store(curved + i);
            (output * bent).Store(h + i);
        }
    }

    private void CellBackward(int row, int rowBefore, float* dh, float* cellGradients)
    {
        var one = Vector256<float>.One;
        var z = _gates + ((nint)row * 4 * _width);
        var curved = _curved + ((nint)row * _width);
        var cellGradient = cellGradients + ((nint)row * _width);
        for (var i = 0; i < _width; i += Vector256<float>.Count)
        {
            var input = Vector256.Load(z + i);
            var forget = Vector256.Load(z + _width + i);
            var candidate = Vector256.Load(z + (2 * _width) + i);
            var output = Vector256.Load(z + (3 * _width) + i);
            var bent = Vector256.Load(curved + i);
            var gradient = Vector256.Load(dh + i);
            var dc = Vector256.Load(cellGradient + i) + (gradient * output * (one - (bent * bent)));
            var earlier = rowBefore < 0 ? Vector256<float>.Zero : Vector256.Load(_cells + ((nint)rowBefore * _width) + i);
            (dc * candidate * input * (one - input)).Store(z + i);
            (dc * earlier * forget * (one - forget)).Store(z + _width + i);
            (dc * input * (one - (candidate * candidate))).Store(z + (2 * _width) + i);
            (gradient * bent * output * (one - output)).Store(z + (3 * _width) + i);
            if (rowBefore >= 0)
            {
                (dc * forget).Store(cellGradients + ((nint)rowBefore * _width) + i);
            }
        }
    }
}
