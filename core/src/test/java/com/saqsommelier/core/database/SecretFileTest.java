package com.saqsommelier.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    private Path directory;

    @Test
    void a_secret_is_made_once_and_only_its_owner_may_read_it() throws Exception {
        Path file = directory.resolve("key");

        String secret = SecretFile.readOrMake(file);

        assertThat(secret).matches("[0-9a-f]{48}");
        assertThat(SecretFile.readOrMake(file)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SecretFile.readOrMake(directory.resolve("another"))).isNotEqualTo(secret);
    }

    @Test
    void what_the_operator_wrote_counts() throws Exception {
        Path file = Files.writeString(directory.resolve("key"), "  my own \n");

        assertThat(SecretFile.readOrMake(file)).isEqualTo("my own");
    }

    @Test
    void processes_that_start_together_agree_and_leave_nothing_else() throws Exception {
        Path file = directory.resolve("key");
        Set<String> secrets = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> starts = IntStream.range(0, 32)
                    .<Callable<String>>mapToObj(number -> () -> SecretFile.readOrMake(file))
                    .toList();
            for (Future<String> secret : threads.invokeAll(starts)) {
                secrets.add(secret.get());
            }
        }

        assertThat(secrets).hasSize(1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.collect(Collectors.toList())).containsExactly(file);
        }
    }
}
