using Demarche.Language;
using Demarche.Reports;

namespace Demarche.Training.Attribution;

/// <summary>Keeps the sentences of parsed articles in a file between runs; it holds for one language model and one list of articles.</summary>
internal static class ParseCache
{
    /// <summary>Appends the sentences of a report.</summary>
    public static void Write(BinaryWriter to, ParsedReport parsed)
    {
        to.Write(parsed.Sentences.Length);
        foreach (var sentence in parsed.Sentences)
        {
            to.Write((int)sentence.Section.Kind);
            Write(to, sentence.Section.Span);
            to.Write(sentence.Count);
            for (var i = 0; i < sentence.Count; i++)
            {
                var token = sentence[i];
                Write(to, token.Span);
                to.Write(token.Form);
                to.Write(token.Lemma);
                to.Write((byte)token.Tag);
                to.Write(token.PennTag);
                to.Write(token.HeadIndex);
                to.Write(token.Relation);
            }

            to.Write(sentence.Entities.Length);
            foreach (var entity in sentence.Entities)
            {
                to.Write(entity.First);
                to.Write(entity.Last);
                to.Write((int)entity.Kind);
            }
        }
    }

    /// <summary>Reads back what <see cref="Write(BinaryWriter, ParsedReport)"/> wrote.</summary>
    public static ParsedReport Read(BinaryReader from, Report report)
    {
        var sentences = new Sentence[from.ReadInt32()];
        for (var s = 0; s < sentences.Length; s++)
        {
            var section = new Section((SectionKind)from.ReadInt32(), ReadSpan(from));
            var count = from.ReadInt32();
            var table = new TokenTable(new Span[count], new string[count], new string[count], new Upos[count], new string[count], new int[count], new string[count]);
            for (var i = 0; i < count; i++)
            {
                table.Spans[i] = ReadSpan(from);
                table.Forms[i] = from.ReadString();
                table.Lemmas[i] = from.ReadString();
                table.Tags[i] = (Upos)from.ReadByte();
                table.PennTags[i] = from.ReadString();
                table.Heads[i] = from.ReadInt32();
                table.Relations[i] = from.ReadString();
            }

            var entities = new Entity[from.ReadInt32()];
            for (var e = 0; e < entities.Length; e++)
            {
                entities[e] = new Entity(from.ReadInt32(), from.ReadInt32(), (EntityKind)from.ReadInt32());
            }

            sentences[s] = new Sentence(s, section, table, []) { Entities = [.. entities] };
        }

        return new ParsedReport(report, [.. sentences], []);
    }

    private static void Write(BinaryWriter to, Span span)
    {
        to.Write(span.Start);
        to.Write(span.End);
    }

    private static Span ReadSpan(BinaryReader from) => new(from.ReadInt32(), from.ReadInt32());
}
