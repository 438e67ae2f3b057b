namespace Demarche.Store.Relational;

/// <summary>The tables. Rows are copied in whole, so the order of columns here is that of the rows in <see cref="CodingRows"/>.</summary>
internal static class Tables
{
    public static Migration First { get; } = new(
        1,
        [
            "CREATE SEQUENCE report_numbers",
            "CREATE SEQUENCE event_numbers",
            "CREATE SEQUENCE correction_numbers",
            """
            CREATE TABLE reports (
              number BIGINT NOT NULL, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT, outlet TEXT, url TEXT,
              published DATE, earliest DATE, latest DATE, words INTEGER NOT NULL, coder TEXT NOT NULL, codebook TEXT NOT NULL, coded_at TIMESTAMP NOT NULL,
              sections TEXT NOT NULL, sentences TEXT NOT NULL, text TEXT NOT NULL)
            """,
            """
            CREATE TABLE codings (
              report BIGINT NOT NULL, ordinal INTEGER NOT NULL, coder TEXT NOT NULL, codebook TEXT NOT NULL, coded_at TIMESTAMP NOT NULL,
              events INTEGER NOT NULL, present BOOLEAN NOT NULL)
            """,
            """
            CREATE TABLE events (
              number BIGINT NOT NULL, key TEXT NOT NULL, report BIGINT NOT NULL, reading INTEGER NOT NULL,
              date DATE, enddate DATE, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, quad INTEGER NOT NULL, scale DOUBLE PRECISION NOT NULL,
              cameo TEXT, goldstein DOUBLE PRECISION, confidence DOUBLE PRECISION NOT NULL, rule TEXT NOT NULL,
              place TEXT, country TEXT, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION,
              sentence INTEGER NOT NULL, section TEXT, start_at INTEGER, end_at INTEGER, recipients INTEGER NOT NULL,
              review TEXT, text TEXT NOT NULL, json JSON NOT NULL, as_coded JSON)
            """,
            """
            CREATE TABLE participants (
              event BIGINT NOT NULL, report BIGINT NOT NULL, role TEXT NOT NULL, code TEXT, name TEXT NOT NULL, folded TEXT NOT NULL,
              sector TEXT, sectors TEXT NOT NULL, office TEXT)
            """,
            "CREATE TABLE past_events (report BIGINT NOT NULL, coding INTEGER NOT NULL, key TEXT NOT NULL, json JSON NOT NULL)",
            "CREATE TABLE postings (lemma TEXT NOT NULL, report BIGINT NOT NULL, sentence INTEGER NOT NULL, occurrences INTEGER NOT NULL)",
            "CREATE TABLE word_forms (form TEXT NOT NULL, lemma TEXT NOT NULL)",
            """
            CREATE TABLE failures (
              input TEXT NOT NULL, number TEXT NOT NULL, reason TEXT NOT NULL, tries INTEGER NOT NULL, last_tried TIMESTAMP NOT NULL)
            """,
            """
            CREATE TABLE corrections (
              number BIGINT NOT NULL, report TEXT NOT NULL, event TEXT NOT NULL, verdict TEXT NOT NULL, changes TEXT, who TEXT NOT NULL,
              said_at TIMESTAMP NOT NULL, note TEXT)
            """,
            "CREATE TABLE clusters (event TEXT NOT NULL, cluster TEXT NOT NULL, reason TEXT NOT NULL, score DOUBLE PRECISION NOT NULL)",
            "CREATE TABLE separations (event TEXT NOT NULL, other TEXT NOT NULL, who TEXT NOT NULL, said_at TIMESTAMP NOT NULL)",
        ],
        [
            "ALTER TABLE reports ADD PRIMARY KEY (number)",
            "ALTER TABLE codings ADD PRIMARY KEY (report, ordinal)",
            "ALTER TABLE events ADD PRIMARY KEY (number)",
            "CREATE UNIQUE INDEX events_key ON events (key)",
            "CREATE INDEX events_report ON events (report)",
            "CREATE INDEX events_date ON events (date, report, reading)",
            "CREATE INDEX participants_event ON participants (event)",
            "CREATE INDEX participants_report ON participants (report)",
            "CREATE INDEX participants_code ON participants (code, role, event)",
            "CREATE INDEX participants_name ON participants (folded, role, event)",
            "CREATE INDEX past_events_report ON past_events (report)",
            "CREATE INDEX postings_lemma ON postings (lemma)",   // alone, as equal keys then share one entry: a sixth of the size of (lemma, report, sentence), and searches take no longer
            "CREATE INDEX postings_report ON postings (report)",
            "CREATE INDEX word_forms_form ON word_forms (form)",
            "ALTER TABLE failures ADD PRIMARY KEY (input)",
            "CREATE INDEX corrections_report ON corrections (report)",
            "CREATE UNIQUE INDEX clusters_event ON clusters (event)",
        ]);

    // Columns are fast to look through and slow to pick rows from; the JSON of a few hundred events is found by this index.
    public static Migration EventIndex { get; } = new(3, [], []) { DuckDb = ["CREATE INDEX events_number ON events (number)"] };
}
