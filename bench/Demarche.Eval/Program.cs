using Demarche.Eval;

return args switch
{
    ["times", var path, ..] => TimesEval.Write(path),
    ["times-speed", var path] => TimesEval.Speed(path),
    ["parse", var model, var path] => ParseEval.Write(model, path, givenWords: false),
    ["parse-words", var model, var path] => ParseEval.Write(model, path, givenWords: true),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Demarche.Eval times FILE.jsonl | times-speed FILE.jsonl | parse FILE.model GOLD.conllu | parse-words FILE.model GOLD.conllu");
    return 2;
}
