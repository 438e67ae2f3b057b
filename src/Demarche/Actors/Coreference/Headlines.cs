using Demarche.Actors.Finding;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Ties those whom a headline names shortly to those of the report's first sentence: "Rebels enter Damascus" over "Syrian rebels seized Damascus".</summary>
internal sealed class Headlines
{
    private readonly LocalDate? _published;
    private readonly IReadOnlyList<Draft> _headed;
    private readonly int _lead;

    /// <summary>Takes the nouns of the headlines.</summary>
    public Headlines(IReadOnlyList<SentenceDrafts> report, LocalDate? published)
    {
        _published = published;
        _headed = [.. report.Where(s => IsHeadline(s)).SelectMany(s => s.All).Where(d => d is { IsFolded: false, Kind: DraftKind.Common, Host: null })];
        _lead = report.Select((s, index) => (s, index)).FirstOrDefault(s => s.s.Sentence.Section.Kind == SectionKind.Paragraph, (null!, -1)).index;
    }

    private static bool IsHeadline(SentenceDrafts sentence) => sentence.Sentence.Section.Kind == SectionKind.Headline;

    /// <summary>Lets whom the headline named by a noun of the same kind be the one whom the first sentence names.</summary>
    public void Join(Draft draft, Identity identity)
    {
        if (draft.Sentence.Index != _lead || draft.Role is not { Sector: { } sector } role || !identity.IsPlural)
        {
            return;
        }

        var alike = _headed.Where(h => h.Identity is { IsPlural: true, Entry: null } && h.Role!.Sector == sector && (h.Role.Words == role.Words || sector is not "CVL" && h.Role.IsMachine == role.IsMachine)).ToList();
        if (alike is [{ Identity: { } announced }] && announced != identity && (announced.IsGuessed || announced.CodeOn(_published) is not { } code || code == identity.CodeOn(_published)))
        {
            announced.Become(identity);
        }
    }
}
