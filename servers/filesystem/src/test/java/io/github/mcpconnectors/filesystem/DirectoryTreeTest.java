package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectoryTreeTest extends ServedFolder {

    @Test
    void showsTheTreeAsTheReferenceDoes() {
        file("a/b.txt", "x");
        file("a/c/d.txt", "x");
        file("z.txt", "x");
        assertThat(folder.resolve("empty").toFile().mkdir()).isTrue();
        assertThat(ok("directory_tree", "path", folder.toString()).text()).isEqualTo("""
                        [
                          {
                            "name": "a",
                            "type": "directory",
                            "children": [
                              {
                                "name": "b.txt",
                                "type": "file"
                              },
                              {
                                "name": "c",
                                "type": "directory",
                                "children": [
                                  {
                                    "name": "d.txt",
                                    "type": "file"
                                  }
                                ]
                              }
                            ]
                          },
                          {
                            "name": "empty",
                            "type": "directory",
                            "children": []
                          },
                          {
                            "name": "z.txt",
                            "type": "file"
                          }
                        ]""");
    }

    @Test
    void boundsTheTree() {
        for (int i = 0; i < 30; i++) {
            file("d" + i + "/f", "x");
        }
        var few = ok("directory_tree", "path", folder.toString(), "max_entries", 5);
        assertThat(few.structured()).containsEntry("entries", 5).containsEntry("truncated", true);
        assertThat(few.text()).contains("Not complete");
        assertThat(ok("directory_tree", "path", folder.toString(), "max_depth", 1)
                        .text())
                .doesNotContain("\"f\"");
    }
}
