package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths in commits, for all tools that take one. */
class TreePathsTest extends ServedRepository {

    @Test
    void namesInOtherEncodingsAreFoundAsTheyAreListed() {
        new RawTree()
                .file("caf\u00e9.txt", "Latin\n")
                .file("tab\there", "Tab\n")
                .commit(repository);
        String listed = ok("git_list_files").text();
        assertThat(listed).contains("caf\u00e9.txt", "tab\\u0009here");
        assertThat(ok("git_read_file", "path", "caf\u00e9.txt").text()).isEqualTo("Latin\n");
        assertThat(ok("git_read_file", "path", "tab\\u0009here").text()).isEqualTo("Tab\n");
    }

    /** CVE-2026-27735 and CVE-2025-68145. */
    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "dir/../../a.txt", "/etc/passwd", "C:\\Windows\\win.ini", "dir/\u0000"})
    void cve202627735PathsDoNotLeaveTheTree(String path) {
        repository.file("dir/a.txt", "A\n").commit("A");
        for (String tool : new String[] {"git_read_file", "git_list_files", "git_blame"}) {
            assertThat(refused(tool, "path", path)).contains("relative to the top");
        }
        assertThat(refused("git_search", "query", "A", "path", path)).contains("relative to the top");
    }

    /** CVE-2025-68144: what begins with a dash is a name at most. */
    @Test
    void cve202568144DashesAreNoOptions() {
        new RawTree().file("--output=x", "dash\n").commit(repository);
        assertThat(ok("git_read_file", "path", "--output=x").text()).isEqualTo("dash\n");
        assertThat(ok("git_search", "query", "-e").text()).isEqualTo("No matches found");
        for (String tool : new String[] {"git_read_file", "git_list_files", "git_blame"}) {
            assertThat(refused(tool, "path", "--output=x", "revision", "--output=x"))
                    .contains("cannot begin with a dash");
        }
        assertThat(refused("git_search", "query", "x", "revision", "-f")).contains("cannot begin with a dash");
    }
}
