using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Language;
using Demarche.Statements;

namespace Demarche.Coding.Matching;

/// <summary>Holds the rules against the triggers of one report, each trigger once. Used by one thread.</summary>
internal sealed class RuleMatcher
{
    private readonly Codebook _codebook;
    private readonly StatedReport _report;
    private readonly Cast _cast;
    private readonly Needs _needs;
    private readonly Roles _roles;
    private readonly Contents _contents;
    private readonly Dictionary<Token, Match?> _matches = [];
    private readonly List<ExplainedPart> _met = [];   // most rules lack something, so that their parts are not worth a list of their own

    public RuleMatcher(StatedReport report, Codebook codebook)
    {
        _codebook = codebook;
        _report = report;
        _cast = new Cast(report, codebook);
        _needs = new Needs(_cast, codebook);
        _roles = new Roles(_cast, codebook);
        _contents = new Contents(this, codebook);
    }

    /// <summary>Whether a sentence may tell an event at all.</summary>
    public bool MayAct(Sentence sentence) => _cast.MayAct(sentence);

    /// <summary>Whether the deeds of one who takes part are recorded.</summary>
    public bool IsPublic(Participant participant) => _cast.IsPublic(participant.Actor);

    /// <summary>The rules that a word may start.</summary>
    public ImmutableArray<TriggeredRule> RulesAt(Token token) => token.Tag switch
    {
        Upos.VERB or Upos.AUX when token.Relation is not ("aux" or "aux:pass" or "cop" or "case" or "mark" or "fixed" or "amod" or "compound") => _codebook.ForVerb(token.Lemma),
        Upos.ADJ when token.Relation is not "amod" => _codebook.ForVerb(token.Lemma.ToLowerInvariant()),
        Upos.NOUN or Upos.PROPN when token.Relation is not ("flat" or "compound" or "fixed") => _codebook.ForNoun(token.Lemma.ToLowerInvariant()),
        _ => [],
    };

    /// <summary>Whether a clause happened and who says so.</summary>
    public Statement StatementOf(Token predicate) => _report.Of(predicate);

    /// <summary>The best match at a word, whole or not; null where no rule is met, or an idiom forbids it.</summary>
    public Match? At(Token token)
    {
        var rules = RulesAt(token);
        if (rules.IsEmpty)
        {
            return null;
        }

        if (_matches.TryGetValue(token, out var known))
        {
            return known;
        }

        _matches[token] = null;   // a content that comes back to its own trigger finds nothing
        var match = Best(token, rules, trials: null);
        _matches[token] = match;
        return match;
    }

    /// <summary>The same, told rule by rule.</summary>
    public Match? Tried(Token token, List<RuleTrial> trials) => Best(token, RulesAt(token), trials);

    /// <summary>The match coded anew where a rule says so: "will not meet" is a refusal.</summary>
    public Match Recoded(Match match)
    {
        if (match.PurposeOf is not null)
        {
            return match;   // a purpose is nobody's word
        }

        foreach (var rule in _codebook.Recoding(match.Type.Name, match.Mode))
        {
            var statement = _report.Of(match.Trigger);
            var negated = statement.Auxiliary.Contains(Auxiliary.Negation);
            if (rule.Negated ? !negated || IsOnlyDoubted(match.Trigger, statement) : IsOnlyExpected(match.Trigger))
            {
                continue;
            }

            if (Needs.LackedOfStatement(rule, statement) is not null || !_needs.IsSaidBy(rule, match)
                || !_codebook.Ontology.Types.TryGetValue(rule.Event, out var type))
            {
                continue;
            }

            var anew = match with { Type = type, Rule = rule, Mode = ModeOf(rule, match), Statement = Spoken(statement), Content = match, Rivals = [] };
            var parts = match.Parts.ToBuilder();
            parts.Add(new ExplainedPart("recoded " + match.Type.Name, match.Trigger));
            if (!rule.Actor.SequenceEqual([Role.Subject]))
            {
                anew = _roles.Fill(anew, Sight.From(match.Trigger, _codebook), parts);   // "he should meet Kim": whoever says so asks it of him
            }
            else if (anew.Recipients.IsEmpty)
            {
                anew = anew with { Recipients = _roles.Fill(anew, Sight.From(match.Trigger, _codebook), parts).Recipients };
            }

            if (anew.Actors.IsEmpty || _needs.LackedOfParticipants(rule, anew) is not null)
            {
                continue;
            }

            return anew with { Parts = parts.ToImmutable() };
        }

        return match;
    }

    private Match? Best(Token token, ImmutableArray<TriggeredRule> rules, List<RuleTrial>? trials)
    {
        if (rules.IsEmpty)
        {
            return null;
        }

        var sight = Sight.From(token, _codebook);
        Match? best = null;
        for (var i = 0; i < rules.Length; i++)
        {
            var triggered = rules[i];
            if (best is { Rule.NeedsRecipient: false } && triggered.Rule.Event != best.Type.Name)
            {
                continue;   // who is missing may be found by a rule of the same type only: the first one met says what the act is
            }

            var lacked = Try(triggered, sight, out var match);
            trials?.Add(new RuleTrial(triggered.Rule, lacked ?? match?.Lack));
            if (lacked is not null)
            {
                continue;
            }

            if (match is null)
            {
                return null;
            }

            if (match.Lack is null)
            {
                return match with { Rivals = Rivals(match, rules.AsSpan(i..), sight, trials) };
            }

            best = best is null || best.Rule.NeedsRecipient && !match.Rule.NeedsRecipient ? match : best;
        }

        return best;
    }

    // Rules of other types that are met whole and weigh as much: the tree alone does not tell which is meant.
    private ImmutableArray<Match> Rivals(Match first, ReadOnlySpan<TriggeredRule> rules, Sight sight, List<RuleTrial>? trials)
    {
        ImmutableArray<Match> rivals = [];
        foreach (var triggered in rules[1..])
        {
            if (triggered.Weight < rules[0].Weight)
            {
                break;
            }

            if (triggered.Rule.IsNone || triggered.Rule.Event == first.Type.Name || rivals.Any(r => r.Type.Name == triggered.Rule.Event))
            {
                continue;
            }

            var lacked = Try(triggered, sight, out var match);
            trials?.Add(new RuleTrial(triggered.Rule, lacked ?? match?.Lack));
            if (lacked is null && match is { Lack: null })
            {
                rivals = rivals.Add(match);
            }
        }

        return rivals;
    }

    // Null where every need is met; the match is null too where the rule is an idiom's.
    private string? Try(TriggeredRule triggered, Sight sight, out Match? match)
    {
        match = null;
        var rule = triggered.Rule;
        _met.Clear();
        _met.Add(new ExplainedPart(sight.IsNoun ? "noun" : "verb", sight.Trigger));
        if (_needs.Lacked(triggered, sight, _met) is { } lacked)
        {
            return lacked;
        }

        var parts = ImmutableArray.CreateBuilder<ExplainedPart>();
        parts.AddRange(_met);

        Match? content = null;
        if (rule.Content is not null || rule.ModeByContent.Count > 0 || !rule.IsNone && _codebook.Ontology.Types[rule.Event].Content != ContentActor.None)
        {
            content = _contents.Of(sight, rule.Content);
            if (rule.Content is { } wanted && (content is null != wanted.None))
            {
                return wanted.None ? "no content" : "content";
            }
        }

        var statement = _report.Of(rule.IsNone || !_codebook.Ontology.Types[rule.Event].IsToldByPurpose ? sight.Trigger : sight.PurposeOf ?? sight.Trigger);
        if (Needs.LackedOfStatement(rule, statement) is { } unstated)
        {
            return unstated;
        }

        if (rule.IsNone)
        {
            return null;
        }

        var type = _codebook.Ontology.Types[rule.Event];
        if (content is not null)
        {
            parts.Add(new ExplainedPart("content", content.Trigger));
        }

        var found = new Match(type, rule, sight.Trigger, rule.Negated || rule.IsSaying || type.Quad == Quad.VerbalConflict && rule.Auxiliary.Contains(Auxiliary.Future) ? Spoken(statement) : statement)
        {
            Content = content,
            PurposeOf = sight.PurposeOf,
            IsLone = sight.IsNoun && sight.Carrier is null,
            IsBare = rule.Carried && sight.IsNoun && sight.Carrier is null,
        };
        found = _roles.Fill(found, sight, parts);
        found = type.Content == ContentActor.None ? found with { Content = null, Within = content } : found with { Content = Inheritance.From(found, content) };
        found = found with { Mode = ModeOf(rule, content), Parts = parts.ToImmutable() };
        if (_needs.LackedOfParticipants(rule, found) is { } who)
        {
            return who;
        }

        if (!_needs.IsSaidBy(rule, found))
        {
            return "said by " + rule.SaidBy;
        }

        match = found;
        return null;
    }

    // "is not expected to back him", "do not think that he will help": others doubt it, he refuses nothing.
    private static bool IsOnlyDoubted(Token trigger, Statement statement)
    {
        for (var at = trigger; at.Head is { Tag: Upos.VERB } above && at.Relation is "xcomp" or "ccomp"; at = above)
        {
            if ((at.Relation == "ccomp" || above.Child("obj") is not null || above.Child("nsubj:pass") is not null) && statement.Reasons.Any(r => r.Head == above && r.BaseRelation is "advmod"))
            {
                return true;
            }
        }

        return false;
    }

    // "is expected to free them": what others foresee is nobody's promise.
    private static bool IsOnlyExpected(Token trigger) => trigger is { Relation: "xcomp", Head: { Tag: Upos.VERB } above } && above.Child("nsubj:pass") is not null;

    private static string? ModeOf(Rule rule, Match? content)
    {
        if (content is not null)
        {
            var modes = rule.ModeByContent;
            if (content.Mode is { } mode && modes.TryGetValue(content.Type.Name + "." + mode, out var exact) || modes.TryGetValue(content.Type.Name, out exact))
            {
                return exact;
            }
        }

        return rule.ModeByContent.GetValueOrDefault("default") ?? rule.Mode;
    }

    // A refusal or a threat is told as an act that took place: its "not" is its meaning, and "will" only says when the refused or threatened act would be.
    private static Statement Spoken(Statement statement)
    {
        var isOpen = statement.Status is Status.Possible or Status.DidNotHappen && statement.Auxiliary.Contains(Auxiliary.Hypothetical);   // "may refuse", "is feared not to agree"
        return statement with
        {
            Status = isOpen ? Status.Possible : Status.Happened,
            Auxiliary = [.. statement.Auxiliary.Where(a => a is Auxiliary.Historical || isOpen && a is Auxiliary.Hypothetical)],
        };
    }
}
