package io.github.mcpconnectors.git;

import com.google.re2j.Pattern;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Tags as {@code git tag -n --sort=-creatordate} lists them. */
record Tags(Repository repository, Call call) {

    private static final int LONGEST_MESSAGE = 2_000;

    /**
     * One tag.
     *
     * @param target the commit, or whatever else it leads to in the end
     * @param tagger null for a lightweight tag, as is tagSha
     * @param message of the tag, or the subject of the commit
     */
    record Item(
            String name,
            String target,
            String targetType,
            @Nullable String tagSha,
            CommitInfo.@Nullable Person tagger,
            String message) {

        String line() {
            return String.format(
                    "%-15s %s", name, message.lines().findFirst().orElse("").strip());
        }
    }

    private record Dated(Instant made, Item item) {}

    List<Item> matching(@Nullable String glob) throws IOException {
        Pattern wanted = glob == null ? null : TagGlobs.pattern(glob);
        List<Dated> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                call.checkCancelled();
                String name = ref.getName().substring(Constants.R_TAGS.length());
                ObjectId id = ref.getObjectId();
                if (id != null && (wanted == null || wanted.matches(name))) {
                    found.add(dated(Visible.line(name), walk.parseAny(id), walk));
                }
            }
        }
        found.sort(Comparator.comparing(Dated::made)
                .reversed()
                .thenComparing(dated -> dated.item().name()));
        return found.stream().map(Dated::item).toList();
    }

    private static Dated dated(String name, RevObject object, RevWalk walk) throws IOException {
        walk.parseBody(object);
        RevObject target = walk.peel(object);
        String type = Constants.typeString(target.getType());
        if (object instanceof RevTag tag) {
            PersonIdent tagger = tagger(tag);
            return new Dated(
                    tagger == null ? Instant.EPOCH : tagger.getWhenAsInstant(),
                    new Item(
                            name,
                            target.name(),
                            type,
                            tag.name(),
                            tagger == null ? null : CommitInfo.Person.of(tagger),
                            message(tag.getFullMessage())));
        }
        boolean commit = object instanceof RevCommit;
        String subject = commit ? message(((RevCommit) object).getShortMessage()) : "";
        Instant made = commit ? Instant.ofEpochSecond(((RevCommit) object).getCommitTime()) : Instant.EPOCH;
        return new Dated(made, new Item(name, target.name(), type, null, null, subject));
    }

    /** A tag may name nobody, and times that no calendar has. */
    private static @Nullable PersonIdent tagger(RevTag tag) {
        try {
            return tag.getTaggerIdent();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String message(@Nullable String text) {
        return Visible.text(
                Clip.head(Objects.requireNonNullElse(text, ""), LONGEST_MESSAGE).strip());
    }
}
