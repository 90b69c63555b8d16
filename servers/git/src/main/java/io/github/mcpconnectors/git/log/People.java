package io.github.mcpconnectors.git.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Who made a commit; somebody without a name where it does not say, or names a time that there is not. */
final class People {

    private static final PersonIdent NOBODY = new PersonIdent("", "", Instant.EPOCH, ZoneOffset.UTC);

    private People() {}

    static PersonIdent author(RevCommit commit) {
        return orNobody(commit::getAuthorIdent);
    }

    static PersonIdent committer(RevCommit commit) {
        return orNobody(commit::getCommitterIdent);
    }

    private static PersonIdent orNobody(Supplier<@Nullable PersonIdent> person) {
        try {
            PersonIdent named = person.get();
            return named == null ? NOBODY : named;
        } catch (DateTimeException e) {
            return NOBODY;
        }
    }
}
