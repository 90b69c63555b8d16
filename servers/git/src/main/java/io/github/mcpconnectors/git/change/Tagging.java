package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import org.eclipse.jgit.lib.CommitConfig;
import org.eclipse.jgit.lib.CommitConfig.CleanupMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes the object of an annotated tag: a message, and who tagged what and when. */
public final class Tagging {

    private Tagging() {}

    public static ObjectId annotate(OpenRepository repository, String name, ObjectId tagged, String message)
            throws IOException {
        repository.requireIdentity();
        TagBuilder tag = new TagBuilder();
        tag.setTag(name);
        tag.setTagger(new PersonIdent(repository.jgit()));
        tag.setMessage(CommitConfig.cleanText(message + "\n", CleanupMode.WHITESPACE, '#'));
        try (RevWalk walk = new RevWalk(repository.jgit());
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            tag.setObjectId(walk.parseAny(tagged));
            ObjectId made = inserter.insert(tag);
            inserter.flush();
            return made;
        }
    }
}
