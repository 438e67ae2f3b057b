using System.Collections.Immutable;

namespace Demarche.Store.Relational;

/// <summary>The WHERE of a question; every value in it is a parameter.</summary>
internal static class EventConditions
{
    /// <summary>All conditions of a question, joined.</summary>
    public static SqlText Of(EventQuery query) => SqlText.Join(" AND ", All(query).Prepend(SqlText.Literal("TRUE")));

    private static IEnumerable<SqlText> All(EventQuery query)
    {
        if (query.Between is { } dyad)
        {
            yield return Between(dyad);
        }

        if (query.Actor is { } actor)
        {
            yield return SqlText.Of($"e.number IN ({Taking("actor", actor)})");
        }

        if (query.Recipient is { } recipient)
        {
            yield return SqlText.Of($"e.number IN ({Taking("recipient", recipient)})");
        }

        if (query.SaidBy is { } speaker)
        {
            yield return SqlText.Of($"(e.number IN ({Taking("speaker", speaker)}) OR e.number IN ({Taking("outlet", speaker)}))");
        }

        if (query.From is { } from)
        {
            yield return SqlText.Of($"coalesce(e.enddate, e.date) >= {from}");
        }

        if (query.To is { } to)
        {
            yield return SqlText.Of($"e.date <= {to}");
        }

        foreach (var word in SearchWords.Of(query.Text))
        {
            yield return SqlText.Of($"(e.report, e.sentence) IN (SELECT p.report, p.sentence FROM postings p WHERE p.lemma IN ({SearchWords.Lemmas(word)}))");
        }

        if (query.Report is { } report)
        {
            yield return SqlText.Of($"e.report IN (SELECT r.number FROM reports r WHERE substr(r.hash, 1, {report.Length}) = {report} OR r.name = {report})");
        }

        foreach (var condition in Coding(query).Concat(Plain(query)))
        {
            yield return condition;
        }
    }

    /// <summary>That a report r was coded by what has a name that begins so.</summary>
    public static SqlText CodedBy(string coder) => SqlText.Of($"substr(lower(r.coder), 1, {coder.Length}) = {CodingRows.Folded(coder)}");

    private static IEnumerable<SqlText> Coding(EventQuery query)
    {
        if (query.Coder is { } coder)
        {
            yield return SqlText.Of($"e.report IN (SELECT r.number FROM reports r WHERE {CodedBy(coder)})");
        }

        if (query.Codebook is { } codebook)
        {
            yield return SqlText.Of($"e.report IN (SELECT r.number FROM reports r WHERE substr(r.codebook, 1, {codebook.Length}) = {codebook})");
        }

        if (!query.Clusters.IsDefaultOrEmpty)
        {
            yield return SqlText.Of($"e.key IN (SELECT replace(k.event, {IMergeArchive.ContentMark}, '') FROM clusters k WHERE k.cluster IN ({SqlText.List(query.Clusters)}))");
        }

        if (query.OnePerCluster)
        {
            // What is told again of an act is numbered in the order that is asked for, among the events that are asked for.
            yield return SqlText.Of($"""
                NOT EXISTS (SELECT 1 FROM (
                  SELECT e.number, row_number() OVER (PARTITION BY k.cluster ORDER BY {EventPlace.Order(query.Order)}) AS turn
                  FROM events e JOIN clusters k ON k.event = e.key WHERE {Of(query with { OnePerCluster = false })}) AS told
                WHERE told.turn > 1 AND told.number = e.number)
                """);
        }
    }

    private static IEnumerable<SqlText> Plain(EventQuery query)
    {
        if (AnyOf("e.type", query.Types) is { } types)
        {
            yield return types;
        }

        if (AnyOf("e.mode", query.Modes) is { } modes)
        {
            yield return modes;
        }

        if (AnyOf("e.status", query.Statuses) is { } statuses)
        {
            yield return statuses;
        }

        if (AnyOf("e.rule", query.Rules) is { } rules)
        {
            yield return rules;
        }

        if (query.Place is { } place)
        {
            yield return SqlText.Of($"(e.country = {place.ToUpperInvariant()} OR lower(e.place) = {CodingRows.Folded(place)})");
        }

        if (query.MaxConfidence is { } most)
        {
            yield return SqlText.Of($"e.confidence <= {most}");
        }

        if (query.MinConfidence is { } least)
        {
            yield return SqlText.Of($"e.confidence >= {least}");
        }

        if (!query.WithRejected)
        {
            yield return SqlText.Literal("e.review IS DISTINCT FROM 'rejected'");
        }

        if (query.OnlyUnreviewed)
        {
            yield return SqlText.Literal("e.review IS NULL");
        }

        if (query.OnlyReviewed)
        {
            yield return SqlText.Literal("e.review IS NOT NULL");
        }
    }

    // Two actors without a recipient met, agreed or fought with each other; two actors before a recipient only stood on one side.
    private static SqlText Between(Dyad dyad)
    {
        var (one, other) = (Is(dyad.One), Is(dyad.Other));
        return SqlText.Of($"""
            (e.number, e.recipients > 0) IN (SELECT t.event, t.facing FROM (
              SELECT event,
                (bool_or(role = 'actor' AND {one}) AND bool_or(role = 'recipient' AND {other})) OR (bool_or(role = 'actor' AND {other}) AND bool_or(role = 'recipient' AND {one})) AS facing,
                bool_or(role = 'actor' AND {one}) AND bool_or(role = 'actor' AND {other}) AS together
              FROM participants WHERE role IN ('actor', 'recipient') AND ({one} OR {other}) GROUP BY event) AS t
            WHERE t.facing OR t.together)
            """);
    }

    private static SqlText Taking(string role, string who) => SqlText.Of($"SELECT event FROM participants WHERE role = {role} AND {Is(who)}");

    private static SqlText Is(string who) => SqlText.Of($"(code = {who.ToUpperInvariant()} OR folded = {CodingRows.Folded(who)})");

    private static SqlText? AnyOf(string column, ImmutableArray<string> values) =>
        values.IsDefaultOrEmpty ? null : SqlText.Of($"{SqlText.Literal(column)} IN ({SqlText.List(values)})");
}
