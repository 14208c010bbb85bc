package com.saqsommelier.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect of a start on the files it finds: it uses them, leaves them alone, or cleans what no server ever ran on. */
class ClusterDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void nothing_and_an_empty_directory_are_set_up() throws IOException {
        assertThat(holdsServer()).isFalse();
        Files.createDirectory(cluster());
        assertThat(holdsServer()).isFalse();
    }

    @Test
    void a_whole_database_without_its_marker_is_used_and_untouched() throws IOException {
        wholeDatabase(cluster());

        assertThat(holdsServer()).isTrue();
        assertThat(cluster().resolve("base/16384/1259")).hasContent("rows");
    }

    @Test
    void a_database_behind_a_link_is_used() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        wholeDatabase(elsewhere);
        Files.createSymbolicLink(cluster(), elsewhere);

        assertThat(holdsServer()).isTrue();
    }

    @Test
    void a_link_to_nowhere_is_refused() throws IOException {
        Files.createSymbolicLink(cluster(), directory.resolve("not-mounted"));

        assertRefused("not-mounted", "not mounted");
    }

    @ValueSource(booleans = {true, false})
    @ParameterizedTest
    void a_marker_without_a_database_is_refused(boolean empty) throws IOException {
        mark();
        if (empty) {
            Files.createDirectory(cluster());
        }

        assertRefused("cluster.complete", "not mounted");
    }

    @Test
    void a_database_of_another_major_version_is_refused_by_name() throws IOException {
        wholeDatabase(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertRefused("PostgreSQL 17", "PostgreSQL 18", "pg_dump");
    }

    @ValueSource(strings = {"global/pg_control", "PG_VERSION", "base/5/PG_VERSION", "base/4/PG_VERSION"})
    @ParameterizedTest
    void a_copy_that_lacks_something_is_refused_and_untouched(String lacking) throws IOException {
        wholeDatabase(cluster());
        Path file = cluster().resolve(lacking);
        Files.delete(file);
        if (lacking.startsWith("base")) {
            Files.delete(cluster().resolve(lacking.replace("/PG_VERSION", "")));
        }

        assertRefused("not whole");
    }

    @Test
    void a_set_up_killed_before_there_was_a_server_is_cleaned() throws IOException {
        write("postgresql.conf", "# half made");
        write("base/1/PG_VERSION", "18\n");
        Path kept = Files.writeString(directory.resolve("password"), "kept");

        assertThat(holdsServer()).isFalse();
        assertThat(cluster()).isEmptyDirectory();
        assertThat(kept).hasContent("kept");
    }

    @Test
    void a_set_up_killed_late_is_moved_aside() throws IOException {
        write("PG_VERSION", "18\n");
        write("global/pg_control", "control");
        write("base/1/PG_VERSION", "18\n");

        assertThat(holdsServer()).isFalse();
        assertThat(cluster()).doesNotExist();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).singleElement().satisfies(aside -> {
                assertThat(aside.getFileName().toString()).startsWith("cluster.unfinished-");
                assertThat(aside.resolve("global/pg_control")).hasContent("control");
            });
        }
    }

    @ValueSource(strings = {"thesis.odt", "base.tar"})
    @ParameterizedTest
    void files_of_something_else_are_refused_and_untouched(String foreign) throws IOException {
        write(foreign, "work of years");
        write("postgresql.conf", "# half made");

        assertRefused("belong elsewhere");
        assertThat(cluster().resolve(foreign)).hasContent("work of years");
    }

    @Test
    void a_file_in_the_place_of_the_directory_is_refused() throws IOException {
        Files.writeString(cluster(), "a dump");

        assertRefused("not a directory");
        assertThat(cluster()).hasContent("a dump");
    }

    private boolean holdsServer() throws IOException {
        return new ClusterDirectory(directory, "18").holdsServer();
    }

    /** Refused in these words, twice, without a change to any file. */
    private void assertRefused(String... words) throws IOException {
        String before = listing();
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(this::holdsServer)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(cluster().toString())
                    .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
        }
        assertThat(listing()).isEqualTo(before);
    }

    private String listing() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().map(Path::toString).toList().toString();
        }
    }

    private static void wholeDatabase(Path cluster) throws IOException {
        for (String file : new String[] {"PG_VERSION", "base/1/PG_VERSION", "base/4/PG_VERSION", "base/5/PG_VERSION"}) {
            Files.createDirectories(cluster.resolve(file).getParent());
            Files.writeString(cluster.resolve(file), "18\n");
        }
        Files.createDirectories(cluster.resolve("global"));
        Files.writeString(cluster.resolve("global/pg_control"), "control");
        Files.createDirectories(cluster.resolve("base/16384"));
        Files.writeString(cluster.resolve("base/16384/1259"), "rows");
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(cluster().resolve(file).getParent());
        Files.writeString(cluster().resolve(file), content);
    }

    private void mark() throws IOException {
        Files.writeString(directory.resolve("cluster.complete"), "");
    }

    private Path cluster() {
        return directory.resolve("cluster");
    }
}
