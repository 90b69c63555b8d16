package io.github.mcpconnectors.git.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Who made a commit; somebody without a name where it does not say. A time that no calendar has is the epoch, as for Git. */
public final class People {

    private static final PersonIdent NOBODY = new PersonIdent("", "", Instant.EPOCH, ZoneOffset.UTC);

    private People() {}

    static PersonIdent author(RevCommit commit) {
        return orNobody(commit::getAuthorIdent);
    }

    static PersonIdent committer(RevCommit commit) {
        return orNobody(commit::getCommitterIdent);
    }

    /** When that was, where that person was. */
    public static OffsetDateTime time(PersonIdent person) {
        try {
            return person.getWhenAsInstant().atZone(person.getZoneId()).toOffsetDateTime();
        } catch (DateTimeException e) {
            return Instant.EPOCH.atOffset(ZoneOffset.UTC);
        }
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
