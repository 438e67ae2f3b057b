using System.Collections.Immutable;
using Demarche.Actors.Coreference;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors;

/// <summary>Finds who is named in a report, and which mentions name the same one. Immutable and thread-safe.</summary>
/// <remarks>
/// Mentions come from the parse, from the names of the trained model and from <c>codebook/actors/</c>. A role that the report
/// gives wins over the tables; the tables fill what the report leaves out, by the day of the report.
/// </remarks>
public sealed class ActorFinder
{
    private readonly ActorTables _tables;
    private readonly Binder _binder;
    private readonly RoleSpotter _roles;
    private readonly UseReader _uses;

    private ActorFinder(ActorTables tables)
    {
        _tables = tables;
        _binder = new Binder(tables.Roles);
        _roles = new RoleSpotter(tables.Roles, tables.Families);
        _uses = new UseReader(tables.Roles);
    }

    internal ActorTables Tables => _tables;

    /// <summary>Reads <c>codebook/actors/</c>.</summary>
    /// <returns>The finder, or the first thing that is wrong with the tables, with file and line.</returns>
    public static Outcome<ActorFinder> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        return Read(files, complaints) is { } finder ? finder : complaints[0];
    }

    /// <summary>The same with all that is wrong with the tables: bad codes, contradictions, terms that end before they start.</summary>
    /// <param name="files">The codebook.</param>
    /// <param name="complaints">Takes every fault.</param>
    /// <returns>The finder, or null where there is a fault.</returns>
    public static ActorFinder? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        var before = complaints.Count;
        var tables = ActorTables.Read(files, complaints);
        return complaints.Count > before ? null : new ActorFinder(tables);
    }

    /// <summary>Terms of office that are open and began before a day: who may have left since.</summary>
    public ImmutableArray<Diagnostic> OpenTermsBefore(LocalDate day) =>
    [
        .. _tables.People.SelectMany(p => p.Offices, (person, office) => (person, office))
            .Where(t => t.office.Term is { End: null, Start: { } start } && start < day)
            .Select(t => Diagnostics.OldTerm(t.office.Where.ToString(), t.person.Name, t.office.Title, t.office.Term.Start!.Value)),
    ];

    /// <summary>The actor mentions of a report.</summary>
    public ActorMentions Find(ParsedReport report) => Find(report, asked: null);

    /// <summary>The same; each question whose state a noun is of goes to <paramref name="asked"/> when it is put.</summary>
    internal ActorMentions Find(ParsedReport report, Action<StateQuestion>? asked)
    {
        ArgumentNullException.ThrowIfNull(report);
        var published = report.Report.Day;
        var drafts = Draft(report, published);
        new Resolver(_tables, drafts, new Quotes(report.Sentences), report.Report, asked).Resolve();
        return new ActorMentions(report, drafts.SelectMany(s => s.All).Where(d => d is { IsFolded: false } and ({ Identity: not null } or { IsThing: true })).Select(d => Mention(d, published)));
    }

    private List<SentenceDrafts> Draft(ParsedReport report, LocalDate? published)
    {
        var names = new NameSpotter(_tables, published);
        var drafts = report.Sentences.Select(s => new SentenceDrafts(s)).ToList();
        foreach (var sentence in report.Sentences)
        {
            names.Learn(sentence);
        }

        foreach (var sentence in drafts)
        {
            names.Spot(sentence);
        }

        RemoveUnmet(drafts);
        foreach (var sentence in drafts)
        {
            _roles.Spot(sentence);
            _binder.Bind(sentence);
            foreach (var draft in sentence.All)
            {
                draft.Use = _uses.Read(draft, sentence.Owner);
            }
        }

        return drafts;
    }

    // "the North" is North Korea only in a report that names it.
    private static void RemoveUnmet(List<SentenceDrafts> drafts)
    {
        var named = drafts.SelectMany(s => s.All).Where(d => d.IsState && d.Reading!.Entry.Needs is null).SelectMany(d => d.Reading!.Entry.Codes).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in drafts)
        {
            foreach (var draft in sentence.All.FindAll(d => d is { IsState: true, Reading.Entry.Needs: { } needed } && !named.Contains(needed)))
            {
                sentence.Remove(draft);
            }
        }
    }

    private static ActorMention Mention(Draft draft, LocalDate? published)
    {
        if (draft.Identity is null)
        {
            return new ActorMention(draft.Sentence, NounPhrase.First(draft), NounPhrase.Last(draft), draft.Head, new Actor(null, [], NounPhrase.Name(draft)), "whose it is is not told", MentionUse.Thing);
        }

        var actors = draft.Identity.Freeze(published);
        return new ActorMention(draft.Sentence, NounPhrase.First(draft), NounPhrase.Last(draft), draft.Head, actors[0], draft.Reason, draft.Use)
        {
            State = StateSources.Of(draft, published),
            Others = [.. actors.Skip(1), .. draft.Others.Select(o => o.Freeze(published)[0])],
        };
    }
}
