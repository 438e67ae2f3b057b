namespace Demarche.Store.Formats;

/// <summary>The columns of a Parquet file, as SQL over a table <c>lines()</c> whose one column <c>record</c> holds JSON.</summary>
internal static class ParquetColumns
{
    private const string Who = """[{"code": "VARCHAR", "sector": ["VARCHAR"], "identifier_text": "VARCHAR"}]""";

    // The fields of a line that columns are made of, with their types.
    private const string Fields = $$"""
        {
          "id": "VARCHAR", "date": "DATE", "enddate": "DATE", "event": ["VARCHAR"], "mode": ["VARCHAR"], "actor": {{Who}}, "recipient": {{Who}},
          "status": "VARCHAR", "auxiliary": ["VARCHAR"], "context": ["VARCHAR"], "content": {"event": ["VARCHAR"], "mode": ["VARCHAR"]},
          "event_loc": {"name": "VARCHAR", "country": "VARCHAR", "latitude": "DOUBLE", "longitude": "DOUBLE"},
          "quad_code": "INTEGER", "event_scale": "DOUBLE", "cameo": "VARCHAR", "goldstein": "DOUBLE", "text": "VARCHAR",
          "attribution": [{"entity_text": "VARCHAR", "identifier_text": "VARCHAR", "medium": "VARCHAR", "outlet": "VARCHAR", "hedge": "VARCHAR"}],
          "text_info": {"start": "INTEGER", "end": "INTEGER", "sentence": "INTEGER", "section": "VARCHAR"}, "rule": "VARCHAR", "confidence": "DOUBLE",
          "cite_info": {"report": "VARCHAR", "publication": "VARCHAR", "url": "VARCHAR"}, "coder": "VARCHAR"
        }
        """;

    /// <summary>The rows of all lines.</summary>
    /// <remarks>An unknown code or sector is an empty text, so that the lists stay beside each other. Who says so is the first who is named.</remarks>
    public const string Select = $"""
        SELECT e.id, e.date, e.enddate, e.event[1] AS event, e.mode[1] AS mode,
          [a.identifier_text FOR a IN e.actor] AS actor, [coalesce(a.code, '') FOR a IN e.actor] AS actor_code, [coalesce(a.sector[1], '') FOR a IN e.actor] AS actor_sector,
          [r.identifier_text FOR r IN e.recipient] AS recipient, [coalesce(r.code, '') FOR r IN e.recipient] AS recipient_code,
          [coalesce(r.sector[1], '') FOR r IN e.recipient] AS recipient_sector,
          e.status, e.auxiliary, e.context, e.content.event[1] AS content_event, e.content.mode[1] AS content_mode,
          e.event_loc.name AS place, e.event_loc.country AS place_country, e.event_loc.latitude AS latitude, e.event_loc.longitude AS longitude,
          e.quad_code, e.event_scale AS plover_scale, e.cameo, e.goldstein,
          coalesce(said.identifier_text, said.entity_text) AS said_by, said.medium AS medium, said.outlet AS outlet, e.attribution[1].hedge AS hedge,
          e.text, e.text_info.start AS start, e.text_info."end" AS "end", e.text_info.sentence AS sentence, e.text_info.section AS section, e.rule, e.confidence,
          e.cite_info.report AS report, e.cite_info.publication AS publication, e.cite_info.url AS url, e.coder, record
        FROM (SELECT e, record, [a FOR a IN e.attribution IF a.identifier_text IS NOT NULL OR a.entity_text IS NOT NULL][1] AS said
          FROM (SELECT json_transform(record, '{Fields}') AS e, record FROM lines()))
        """;
}
