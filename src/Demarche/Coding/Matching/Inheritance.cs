namespace Demarche.Coding.Matching;

/// <summary>Hands those who take part in an act of speech on to what it is about.</summary>
internal static class Inheritance
{
    /// <summary>The content with those whom only the event above it names.</summary>
    public static Match? From(Match above, Match? content)
    {
        if (content is null)
        {
            return null;
        }

        var actors = content.Actors;
        var recipients = content.Recipients;
        if (above.Type.Content == ContentActor.Recipient)
        {
            // One asks others to act: a clause without a subject of its own looks as if the speaker were to do it.
            if (!above.Recipients.IsEmpty && (actors.IsEmpty || Distinct.Same(actors, above.Actors)))
            {
                actors = above.Recipients;
            }

            recipients = Distinct.Without(recipients, actors, shared: false);
        }
        else
        {
            actors = actors.IsEmpty ? above.Actors : actors;
            recipients = recipients.IsEmpty ? Distinct.Without(above.Recipients, actors, shared: true) : recipients;
        }

        return content with { Actors = actors, Recipients = recipients, Content = From(content with { Actors = actors, Recipients = recipients }, content.Content) };
    }
}
