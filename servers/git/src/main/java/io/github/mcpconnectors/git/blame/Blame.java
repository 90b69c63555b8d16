package io.github.mcpconnectors.git.blame;

import io.github.mcpconnectors.git.diff.ReadableDiff;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Goes back through history, newest commit first, and passes lines on to the parents that have them already. Only the lines
 * that are asked for are followed.
 */
public final class Blame implements AutoCloseable {

    private final RevWalk walk;
    private final Origins origins;
    private final Versions versions;
    private final BlameRequest request;
    private final Call call;
    private final ReadableDiff diff = new ReadableDiff();
    private final Waiting waiting = new Waiting();
    private final List<BlamedLines> found = new ArrayList<>();
    private final Set<ObjectId> shallow;

    public Blame(Repository repository, BlameRequest request, Call call) throws IOException {
        this.walk = new RevWalk(repository);
        this.origins = new Origins(walk.getObjectReader());
        this.versions = new Versions(walk.getObjectReader());
        this.request = request;
        this.call = call;
        this.shallow = walk.getObjectReader().getShallowCommits();
        walk.setRetainBody(false);
    }

    /** The commits of some lines, from 1, both included, in their order. */
    public List<BlamedLines> of(int from, int to) throws IOException {
        Suspect start = new Suspect(
                walk.parseCommit(request.commit()),
                request.file().path(),
                request.file().id());
        if (from <= to) {
            start.lines().add(new Stretch(from - 1, from - 1, to - from + 1));
        }
        waiting.add(start);
        for (Suspect suspect = waiting.poll(); suspect != null; suspect = waiting.poll()) {
            call.checkCancelled();
            examine(suspect);
        }
        found.sort(Comparator.comparingInt(BlamedLines::line));
        return joined();
    }

    private void examine(Suspect suspect) throws IOException {
        List<Suspect> parents = parents(suspect);
        for (Suspect parent : parents) {
            pass(suspect, parent, false);
        }
        if (request.ignored().contains(suspect.commit())) {
            for (Suspect parent : parents) {
                pass(suspect, parent, true);
            }
        }
        parents.forEach(waiting::add);
        if (!suspect.lines().isEmpty()) {
            blame(suspect);
        }
    }

    /** What the file was in each parent that had it; or the one parent that has it as it is. */
    private List<Suspect> parents(Suspect file) throws IOException {
        RevCommit[] commits = file.commit().getParents();
        @Nullable Suspect[] parents = new Suspect[commits.length];
        for (int i = 0; i < commits.length; i++) {
            walk.parseHeaders(commits[i]);
            parents[i] = origins.sameName(commits[i], file);
            if (isUnchanged(file, parents[i])) {
                return List.of(parents[i]);
            }
        }
        for (int i = 0; i < commits.length && request.follow(); i++) {
            if (parents[i] == null) {
                parents[i] = origins.otherName(commits[i], file);
                if (isUnchanged(file, parents[i])) {
                    return List.of(parents[i]);
                }
            }
        }
        return Stream.of(parents).filter(Objects::nonNull).toList();
    }

    private static boolean isUnchanged(Suspect file, @Nullable Suspect parent) {
        return parent != null && parent.blob().equals(file.blob());
    }

    private void pass(Suspect file, Suspect parent, boolean replaced) throws IOException {
        if (isUnchanged(file, parent)) {
            parent.lines().addAll(file.lines());
            file.lines().clear();
        } else if (!file.lines().isEmpty()) {
            RawText before = versions.text(parent.blob());
            RawText after = versions.text(file.blob());
            EditList edits = diff.diff(
                    request.ignoreWhitespace() ? RawTextComparator.WS_IGNORE_ALL : RawTextComparator.DEFAULT,
                    before,
                    after);
            KeptLines kept = KeptLines.of(edits, after.size());
            file.pass(parent, replaced ? kept.withReplaced(edits) : kept);
        }
    }

    private void blame(Suspect suspect) throws IOException {
        RevCommit commit = suspect.commit();
        walk.parseBody(commit);
        boolean boundary = shallow.contains(commit);
        for (Stretch stretch : suspect.lines()) {
            found.add(new BlamedLines(
                    stretch.result() + 1, stretch.length(), commit, suspect.path(), stretch.source() + 1, boundary));
        }
    }

    private List<BlamedLines> joined() {
        List<BlamedLines> joined = new ArrayList<>();
        for (BlamedLines next : found) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).goesOnIn(next)) {
                joined.set(last, joined.get(last).with(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    @Override
    public void close() {
        origins.close();
        walk.close();
    }
}
