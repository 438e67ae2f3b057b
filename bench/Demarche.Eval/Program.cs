using Demarche.Eval;

return args switch
{
    ["times", var path, ..] => TimesEval.Write(path),
    ["dating", var path] => DatingEval.Score(path),
    ["dating-of", var path] => DatingEval.Show(path),
    ["times-speed", var path] => TimesEval.Speed(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Demarche.Eval times FILE.jsonl | dating FILE.jsonl | dating-of FILE | times-speed FILE.jsonl");
    return 2;
}
