using System.Diagnostics;
using Demarche.Language;
using Demarche.Language.Network;
using Demarche.Language.Trained;

var clock = Stopwatch.StartNew();
if (args[0] == "gemm") { Gemm(); return; }
var bytes = File.ReadAllBytes(args[0]);
var model = ModelFile.Read(args[0], bytes).Value!;
Console.WriteLine($"read {clock.ElapsedMilliseconds} ms");
var annotator = Annotator.Load(model).Value!;
Console.WriteLine($"loaded {clock.ElapsedMilliseconds} ms");
var sentences = new List<List<string[]>>();
var current = new List<string>();
var doc = new List<string[]>();
foreach (var line in File.ReadLines(args[1]))
{
    if (line.StartsWith("# newdoc", StringComparison.Ordinal)) { if (doc.Count > 0) { sentences.Add(doc); } doc = []; continue; }
    if (line.Length == 0) { if (current.Count is > 0 and < 300) { doc.Add([.. current]); } current.Clear(); continue; }
    current.Add(line.Split('\t')[0]);
}
if (doc.Count > 0) { sentences.Add(doc); }
for (var round = 0; round < int.Parse(args[2]); round++)
{
    clock.Restart();
    var before = GC.GetAllocatedBytesForCurrentThread();
    foreach (var d in sentences) { annotator.Annotate(d); }
    var words = sentences.Sum(d => d.Sum(s => s.Length));
    Console.WriteLine($"{words} words, {words / clock.Elapsed.TotalSeconds:F0} words/s, {(GC.GetAllocatedBytesForCurrentThread() - before) / words} bytes a word, working set {Environment.WorkingSet >> 20} MB");
}

static unsafe void Gemm()
{
    foreach (var (m, k, n) in new[] { (512, 228, 768), (512, 384, 768), (16, 192, 768), (8, 192, 768), (6, 192, 768), (4, 192, 768), (1, 192, 768), (512, 384, 160), (512, 384, 21), (40, 160, 41) })
    {
        var a = new AlignedFloats(m * k); var b = new AlignedFloats(k * n); var c = new AlignedFloats(m * n);
        var p = new AlignedFloats(MatrixProduct.PackedLength(k, n));
        MatrixProduct.Pack(b.Pointer, n, 1, k, n, p.Pointer);
        var best = double.MaxValue;
        for (var t = 0; t < 30; t++)
        {
            var reps = 1 + (int)(2e7 / (m * k * n));
            var w = Stopwatch.StartNew();
            for (var r = 0; r < reps; r++) { MatrixProduct.Multiply(a.Pointer, k, 1, m, k, p.Pointer, n, c.Pointer, n, true); }
            best = Math.Min(best, w.Elapsed.TotalSeconds / reps);
        }
        Console.WriteLine($"{m}x{k}x{n}: {2.0 * m * k * n / best / 1e9:F1} GFLOP/s {best * 1e6:F1} us");
    }
}
