package io.github.mcpconnectors.git.diff;

import java.util.regex.Pattern;

/** Files that programs write and nobody reads in a diff. */
final class Generated {

    private static final Pattern NAMES = Pattern.compile("(.*/)?("
            + "package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?|deno\\.lock|Cargo\\.lock"
            + "|composer\\.lock|Gemfile\\.lock|poetry\\.lock|uv\\.lock|pdm\\.lock|Pipfile\\.lock|go\\.sum|flake\\.lock"
            + "|gradle\\.lockfile|Podfile\\.lock|packages\\.lock\\.json|mix\\.lock|pubspec\\.lock"
            + "|[^/]*\\.min\\.(js|css)|[^/]*\\.(js|css)\\.map|[^/]*\\.pb\\.go|[^/]*_pb2(_grpc)?\\.py)");

    private Generated() {}

    static boolean is(String path) {
        return NAMES.matcher(path).matches();
    }
}
