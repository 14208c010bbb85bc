package com.saqsommelier.recommend.eval.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WishSetTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "wishes");

    @TempDir
    Path folder;

    @Test
    void the_own_wishes_are_read_in_both_languages() {
        WishSet own = WishSet.bundled();

        assertThat(own.wishes()).hasSizeGreaterThan(80);
        assertThat(own.wishes().stream().filter(it -> it.id().equals("price1")).map(Wish::text))
                .containsExactly("un blanc à moins de dix-huit dollars", "a white for under eighteen dollars");
        assertThat(own.conversations()).isNotEmpty();
        assertThat(own.delicate()).isNotEmpty();
    }

    @Test
    void the_wishes_beside_the_project_are_read_whole() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "skipped: the shared wishes are not beside the project");

        WishSet shared = WishSet.of(SHARED);

        assertThat(shared.wishes()).hasSize(168);
        assertThat(shared.conversations()).hasSize(10);
        assertThat(shared.delicate()).hasSize(35);
    }

    @Test
    void a_line_that_cannot_be_read_is_named() throws IOException {
        write("{\"id\": \"a\", \"theme\": \"t\", \"fr\": \"x\", \"en\": \"y\", \"must\": {\"hue\": \"Red\"}}");

        assertThatThrownBy(() -> WishSet.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("wishes.jsonl: line 1: no condition is called \"hue\"");
    }

    @Test
    void a_delicate_saying_of_which_nothing_is_expected_is_refused() throws IOException {
        write("");
        Files.writeString(folder.resolve("delicate.jsonl"), "{\"id\": \"odd\", \"says\": \"hm\"}");

        assertThatThrownBy(() -> WishSet.of(folder)).hasMessageContaining("delicate.jsonl: line 1: \"odd\"");
    }

    @Test
    void a_folder_without_the_files_is_refused() {
        assertThatThrownBy(() -> WishSet.of(folder)).hasMessageContaining("wishes.jsonl is not there");
    }

    private void write(String wishes) throws IOException {
        Files.writeString(folder.resolve("wishes.jsonl"), wishes);
        Files.writeString(folder.resolve("conversations.jsonl"), "");
        Files.writeString(folder.resolve("delicate.jsonl"), "");
    }
}
