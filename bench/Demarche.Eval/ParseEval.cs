using System.Text;
using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Language.Trained;

namespace Demarche.Eval;

/// <summary>Parses the raw text of a gold CoNLL-U file, or its words as given, and writes CoNLL-U to be scored against it.</summary>
internal static class ParseEval
{
    internal static int Write(string modelPath, string path, bool givenWords)
    {
        var gold = ConlluReader.Read(path, File.ReadAllText(path, Encoding.UTF8)).Value!;
        var model = LanguageModel.Load(ModelFile.Read(modelPath, File.ReadAllBytes(modelPath)).Value!).Value!;
        ConlluWriter.Write(givenWords ? model.Parse(gold) : model.Parse(gold.Report), Console.Out);
        return 0;
    }
}
