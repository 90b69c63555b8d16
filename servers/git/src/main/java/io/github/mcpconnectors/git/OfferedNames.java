package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Offers names to clients: those of repositories, and of what is in them. */
final class OfferedNames {

    private static final int COMMITS = 50;
    private static final int COMPLETIONS = 200;

    private final Repositories repositories;

    OfferedNames(Repositories repositories) {
        this.repositories = repositories;
    }

    Map<String, String> repositories() {
        return repositories.named();
    }

    /** Where the repository is that a URI calls so. */
    String path(String name) {
        Map<String, String> known = repositories();
        String path = known.get(name);
        if (path == null) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no repository " + Visible.line(name) + " here." + Nearest.hint(name, known.keySet())
                            + " resources/list names them.");
        }
        return path;
    }

    /** For people: a name as here, or a path as tools take it. */
    @Nullable
    String pathOrGiven(@Nullable String given) {
        return given == null ? null : repositories().getOrDefault(given, given);
    }

    /** Where something is still wrong that was chosen before, there is nothing to offer. */
    List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        try {
            return switch (variable) {
                case "repo", "repo_path" -> beginning(typed, repositories().keySet());
                case "revision", "target", "from", "to" -> beginning(typed, revisions(chosen, call));
                case "range" -> range(typed, chosen, call);
                case "sha" -> beginning(typed, in(chosen, repository -> commits(repository, call)));
                case "path" -> in(chosen, repository -> paths(repository, typed, chosen, call));
                default -> List.of();
            };
        } catch (ToolException e) {
            return List.of();
        }
    }

    private static List<String> beginning(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> name.regionMatches(true, 0, typed, 0, typed.length()))
                .toList();
    }

    private List<String> in(Map<String, String> chosen, Repositories.Work<List<String>> work) {
        return repositories.read(pathOrGiven(chosen.getOrDefault("repo", chosen.get("repo_path"))), work);
    }

    private List<String> revisions(Map<String, String> chosen, Call call) {
        return in(chosen, repository -> {
            List<String> names = new ArrayList<>(List.of(Constants.HEAD));
            names.addAll(new Revisions(repository.jgit(), Commits.dates(), call).names());
            return names;
        });
    }

    /** Both ends, one after the other. */
    private List<String> range(String typed, Map<String, String> chosen, Call call) {
        int dots = typed.lastIndexOf("..");
        String first = dots < 0 ? "" : typed.substring(0, dots + 2);
        return beginning(typed.substring(first.length()), revisions(chosen, call)).stream()
                .map(name -> first + name)
                .toList();
    }

    private static List<String> commits(OpenRepository repository, Call call) throws IOException {
        List<String> ids = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            walk.markStart(walk.parseCommit(Commits.named(repository, Constants.HEAD, call)));
            for (RevCommit commit = walk.next(); commit != null && ids.size() < COMMITS; commit = walk.next()) {
                ids.add(commit.name());
            }
        }
        return ids;
    }

    /** What is in the directory that was typed until the last slash. */
    private static List<String> paths(OpenRepository repository, String typed, Map<String, String> chosen, Call call)
            throws IOException {
        String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
        AtRevision tree = AtRevision.find(repository, chosen.getOrDefault("revision", Constants.HEAD), parent, call);
        return tree.entries(repository).stream()
                .map(entry -> parent + entry.name() + (entry.isDirectory() ? "/" : ""))
                .filter(path -> path.startsWith(typed) && path.equals(Visible.line(path)))
                .limit(COMPLETIONS)
                .toList();
    }
}
