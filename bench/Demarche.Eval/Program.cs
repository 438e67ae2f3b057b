using Demarche.Eval;

return args switch
{
    ["times", var path, ..] => TimesEval.Write(path),
    ["times-speed", var path] => TimesEval.Speed(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Demarche.Eval times FILE.jsonl | times-speed FILE.jsonl");
    return 2;
}
