using Demarche.Eval;

return args switch
{
    ["times", var path, ..] => TimesEval.Write(path),
    ["times-parsed", var path] => TimesEval.WriteParsed(path),
    ["events", var path, var day] => EventsEval.Show(path, day),
    ["speakers", var path] => SpeakersEval.Score(path, shows: false),
    ["speakers-of", var path] => SpeakersEval.Score(path, shows: true),
    ["actors", _, ..] => ActorsEval.Score(args[1..]),
    ["states", _, ..] => StatesEval.Fit(args[1..]),
    ["agreement", var path] => AgreementEval.Score(path),
    ["quotes", var path] => QuotesEval.Score(path),
    ["dating", var path] => DatingEval.Score(path),
    ["dating-of", var path] => DatingEval.Show(path),
    ["times-speed", var path] => TimesEval.Speed(path),
    ["reliability", var path, var title, var svg] => ReliabilityEval.Draw(path, title, svg),
    ["parse", var model, var path] => ParseEval.Write(model, path, givenWords: false),
    ["parse-words", var model, var path] => ParseEval.Write(model, path, givenWords: true),
    ["merging-speed", var events] => MergingSpeed.Run(int.Parse(events, System.Globalization.CultureInfo.InvariantCulture)),
    ["merging", var folder] => MergingEval.Score(folder, showsCheck: false),
    ["merging", var folder, "--show-check"] => MergingEval.Score(folder, showsCheck: true),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Demarche.Eval actors [CODEBOOK-FOLDER] STORIES.txt… | states STORIES.txt… | times FILE.jsonl | times-parsed FILE.jsonl | events FILE DAY | dating FILE.jsonl | dating-of FILE | times-speed FILE.jsonl | parse FILE.model GOLD.conllu | parse-words FILE.model GOLD.conllu | reliability ANSWERS.jsonl TITLE OUT.svg");
    return 2;
}
