package io.github.mcpconnectors.git.repository;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names that tell repositories apart: that of the directory; where several have it, the path from the allowed directory;
 * where even that is the same, the whole path.
 */
final class ShortNames {

    private ShortNames() {}

    /** By name, sorted. */
    static Map<String, String> of(List<Path> repositories, List<Path> roots) {
        Map<String, String> names = new TreeMap<>();
        List<Path> left = repositories;
        for (Function<Path, String> naming :
                List.<Function<Path, String>>of(ShortNames::last, path -> relative(path, roots), Path::toString)) {
            Map<String, List<Path>> same =
                    left.stream().collect(Collectors.groupingBy(naming, LinkedHashMap::new, Collectors.toList()));
            same.forEach((name, paths) -> {
                if (paths.size() == 1) {
                    names.put(name, paths.get(0).toString());
                }
            });
            left = same.values().stream()
                    .filter(paths -> paths.size() > 1)
                    .flatMap(Collection::stream)
                    .toList();
        }
        return names;
    }

    private static String last(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static String relative(Path path, List<Path> roots) {
        return roots.stream()
                .filter(path::startsWith)
                .map(root -> root.relativize(path).toString().replace('\\', '/'))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> last(path));
    }
}
