package com.saqsommelier.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of an embedded server as several real processes see it. */
class EmbeddedServerTest {

    @TempDir
    Path directory;

    private final List<UserProcess> processes = new ArrayList<>();

    @BeforeEach
    void shareBinaries() throws IOException {
        TestDatabase.shareBinaries(directory);
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (UserProcess process : processes) {
            process.leave();
        }
        // Joins whatever a killed process left behind, and stops it as its last user.
        Database.open(new DatabaseSettings.Embedded(directory)).close();
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void a_second_process_joins_and_the_last_one_out_stops_the_server() throws Exception {
        UserProcess first = user();
        UserProcess second = user();
        assertThat(second.line).isEqualTo(first.line);

        first.leave();
        assertThat(serverRuns()).isTrue();
        try (Database third = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(third.answers()).isTrue();
        }

        assertThat(serverRuns()).isTrue();
        second.leave();
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void what_a_killed_process_leaves_is_joined_by_the_next_one_which_then_stops_it() throws Exception {
        UserProcess killed = user();
        killed.kill();
        assertThat(serverRuns()).isTrue();

        user().leave();

        assertThat(serverRuns()).isFalse();
    }

    @Test
    void a_killed_server_is_started_again_with_its_data() throws Exception {
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            database.jdbc().sql("CREATE TABLE kept (n int)").update();
            ProcessHandle server = server();
            // SIGKILL to the postmaster: nothing is flushed, the pid file stays.
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
        }

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM kept")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void a_database_whose_marker_is_missing_keeps_its_rows() throws Exception {
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            database.jdbc().sql("CREATE TABLE kept AS SELECT 42 AS n").update();
        }
        Files.delete(directory.resolve("cluster.complete"));

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.jdbc()
                            .sql("SELECT n FROM kept")
                            .query(Long.class)
                            .single())
                    .isEqualTo(42);
        }
        assertThat(directory.resolve("cluster.complete")).exists();
    }

    @Test
    void a_pid_file_that_names_another_program_does_not_stop_the_start() throws Exception {
        Database.open(new DatabaseSettings.Embedded(directory)).close();
        long notPostgres = ProcessHandle.current().pid();
        Files.writeString(
                directory.resolve("cluster/postmaster.pid"),
                notPostgres + "\n" + directory + "\n1700000000\n5432\n\n127.0.0.1\n");

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.answers()).isTrue();
        }
    }

    @ValueSource(strings = {"", "garbage\n\n\nx\n", "99999999\n/somewhere\n1\n5432\n"})
    @ParameterizedTest
    void a_pid_file_that_is_empty_garbage_or_stale_does_not_stop_the_start(String content) throws Exception {
        Database.open(new DatabaseSettings.Embedded(directory)).close();
        Files.writeString(directory.resolve("cluster/postmaster.pid"), content);

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.answers()).isTrue();
        }
    }

    @Test
    void a_damaged_pid_file_of_a_running_server_is_left_alone() throws Exception {
        UserProcess user = user();
        Path pidFile = directory.resolve("cluster/postmaster.pid");
        String content = Files.readString(pidFile);
        Files.writeString(pidFile, "");

        assertThatThrownBy(() -> Database.open(new DatabaseSettings.Embedded(directory)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("postmaster.pid")
                .hasMessageContaining(content.lines().findFirst().orElseThrow());

        Files.writeString(pidFile, content);
        user.leave();
    }

    @ValueSource(booleans = {false, true})
    @ParameterizedTest
    void a_server_that_dies_is_started_again_by_one_of_its_users_and_the_others_join(boolean withChildren)
            throws Exception {
        UserProcess other = user();
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            database.jdbc().sql("CREATE TABLE kept AS SELECT 42 AS n").update();
            ProcessHandle server = server();
            List<ProcessHandle> children = server.children().toList();
            server.destroyForcibly();
            if (withChildren) {
                children.forEach(ProcessHandle::destroyForcibly);
            }

            await().ignoreExceptions()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> server().pid() != server.pid() && database.answers());

            assertThat(database.jdbc()
                            .sql("SELECT n FROM kept")
                            .query(Long.class)
                            .single())
                    .isEqualTo(42);
            assertThat(other.ask()).isEqualTo("answers");
        }
        assertThat(serverRuns()).isTrue();
        other.leave();
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void a_server_that_cannot_be_started_again_is_lost_in_words() throws Exception {
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            Path control = directory.resolve("cluster/global/pg_control");
            byte[] content = Files.readAllBytes(control);
            CompletableFuture<DatabaseException> lost = database.lost().toCompletableFuture();
            Files.write(control, new byte[content.length]);
            server().destroyForcibly();

            assertThat(lost.get(90, TimeUnit.SECONDS))
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("Restore a backup");

            Files.write(control, content);
        }
    }

    @Test
    void a_lost_password_file_is_made_again_and_the_database_gets_the_new_password() throws Exception {
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            database.jdbc().sql("CREATE TABLE kept AS SELECT 42 AS n").update();
        }
        Files.delete(directory.resolve("password"));
        Files.delete(directory.resolve("cluster.complete"));

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.jdbc()
                            .sql("SELECT n FROM kept")
                            .query(Long.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void a_copy_that_everybody_may_read_is_used_all_the_same() throws Exception {
        Database.open(new DatabaseSettings.Embedded(directory)).close();
        Files.setPosixFilePermissions(directory.resolve("cluster"), PosixFilePermissions.fromString("rwxr-xr-x"));

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.answers()).isTrue();
        }
    }

    @Test
    void a_wrong_configuration_is_named_at_once() throws Exception {
        Database.open(new DatabaseSettings.Embedded(directory)).close();
        Path configuration = directory.resolve("cluster/postgresql.auto.conf");
        String before = Files.readString(configuration);
        Files.writeString(configuration, "shared_buffer = many\n");

        assertThatThrownBy(() -> Database.open(new DatabaseSettings.Embedded(directory)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("configuration file")
                .hasMessageContaining("postgresql.auto.conf\" contains errors")
                .hasMessageNotContaining("full");

        Files.writeString(configuration, before);
    }

    @Test
    void nobody_else_may_write_to_what_a_start_makes() throws Exception {
        Path own = directory.resolve("own");
        Database.open(new DatabaseSettings.Embedded(own)).close();

        try (Stream<Path> files = Files.walk(own)) {
            assertThat(files.filter(file -> !Files.isSymbolicLink(file)))
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .doesNotContain(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE));
        }
    }

    @Test
    void a_set_up_that_was_killed_half_way_is_done_again() throws Exception {
        Files.createDirectories(directory.resolve("cluster/base"));
        Files.writeString(directory.resolve("cluster/postgresql.conf"), "# half made");

        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(database.answers()).isTrue();
        }
    }

    @Test
    void the_server_wants_its_password_and_is_durable_and_alone_on_loopback() throws Exception {
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            Path password = directory.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            String url = "jdbc:postgresql://127.0.0.1:" + setting(database, "port") + "/sommelier";
            assertThatThrownBy(() -> Database.open(new DatabaseSettings.External(url, "postgres", "guess")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("password authentication failed")
                    .hasMessageContaining("SOMMELIER_DATABASE_URL");
        }
    }

    @Test
    void opening_twice_in_one_process_shares_the_server() {
        try (Database first = Database.open(new DatabaseSettings.Embedded(directory))) {
            Database.open(new DatabaseSettings.Embedded(directory)).close();
            assertThat(first.answers()).isTrue();
        }
    }

    @Test
    void a_directory_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> Database.open(new DatabaseSettings.Embedded(file.resolve("below"))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("SOMMELIER_DATA_DIR");
    }

    private static String setting(Database database, String name) {
        return database.jdbc().sql("SHOW " + name).query(String.class).single();
    }

    private ProcessHandle server() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("cluster/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }

    private boolean serverRuns() throws IOException {
        return Files.exists(directory.resolve("cluster/postmaster.pid")) && server().isAlive();
    }

    private UserProcess user() throws IOException {
        UserProcess process = new UserProcess(directory);
        processes.add(process);
        return process;
    }

    /** A {@link DatabaseUser} in a process of its own. */
    private static final class UserProcess {

        final Process process;
        final BufferedReader output;
        final String line;

        UserProcess(Path directory) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            DatabaseUser.class.getName(),
                            directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            output = process.inputReader();
            line = output.readLine();
            assertThat(line).startsWith("open on port");
        }

        String ask() throws IOException {
            process.outputWriter().write("answers?\n");
            process.outputWriter().flush();
            return output.readLine();
        }

        void leave() throws Exception {
            if (process.isAlive()) {
                process.outputWriter().close();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(output.readLine()).isEqualTo("closed");
            }
        }

        void kill() {
            process.destroyForcibly();
            await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        }
    }
}
