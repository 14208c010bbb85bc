package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory that holds, or will hold, the files of a PostgreSQL server, looked at before a server starts on it.
 *
 * <p>Data is never deleted: files that may hold some are used, moved aside or left alone with an explanation. Only the
 * remains of a set-up that was killed before there was a {@code global/pg_control} are removed, as no server ever ran
 * on them.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
 */
final class ClusterDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterDirectory.class);

    /** The databases that each complete set-up has: template1, template0 and postgres. */
    private static final Set<String> OWN_DATABASES = Set.of("1", "4", "5");

    /** The entries that initdb and a server make. */
    private static final Set<String> ENTRIES = Set.of(
            "PG_VERSION",
            "base",
            "current_logfiles",
            "epg-lock",
            "global",
            "log",
            "pg_commit_ts",
            "pg_dynshmem",
            "pg_hba.conf",
            "pg_ident.conf",
            "pg_logical",
            "pg_multixact",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_tblspc",
            "pg_twophase",
            "pg_wal",
            "pg_xact",
            "postgresql.auto.conf",
            "postgresql.conf",
            "postmaster.opts",
            "postmaster.pid");

    private final Path files;
    /** Exists once a server has started on the files. */
    private final Path complete;

    private final String version;

    /**
     * @param directory the parent of {@code cluster/}
     * @param version the major version of the server that is to run on the files, as {@code PG_VERSION} has it
     */
    ClusterDirectory(Path directory, String version) {
        files = directory.resolve("cluster");
        complete = directory.resolve("cluster.complete");
        this.version = version;
    }

    /**
     * Makes sure that a server can be started or set up on the files.
     *
     * @return whether the files of a server are there; otherwise the directory is absent or empty, to be set up
     * @throws DatabaseException when files are there that a server cannot use and that may hold data
     * @throws IOException when the directory cannot be read
     */
    boolean holdsServer() throws IOException {
        if (!Files.exists(files, LinkOption.NOFOLLOW_LINKS)) {
            return absent("is not there");
        }
        if (!Files.isDirectory(files)) {
            throw refused(
                    Files.isSymbolicLink(files)
                            ? "leads to " + Files.readSymbolicLink(files) + ", which is not a directory that is there"
                            : "is not a directory",
                    "The usual cause is a disk that is not mounted. Mount it, or remove " + files + ".");
        }
        if (entries(files).isEmpty()) {
            return absent("is empty");
        }
        boolean control = Files.exists(files.resolve("global/pg_control"));
        Optional<String> found = versionOf(files.resolve("PG_VERSION"));
        if (control && found.isPresent()) {
            return !found.get().equals(version) ? otherVersion(found.get()) : used();
        }
        if (!control && !Files.exists(complete) && isUnfinished()) {
            LOG.info("Removing the remains of a set-up of PostgreSQL that was cut off, in {}", files);
            removeContents();
            return false;
        }
        throw refused(
                "holds files, but lacks " + (control ? "PG_VERSION" : "global/pg_control") + " of a whole database",
                "The usual causes are a copy that is not whole and files that belong elsewhere. Copy them again, or"
                        + " move them away; nothing was changed.");
    }

    /** Notes that a server has started on the files. */
    void markComplete() throws IOException {
        if (!Files.exists(complete)) {
            Files.writeString(complete, "PostgreSQL has started here at least once.\n");
        }
    }

    /** Where nothing is, a set-up may begin, unless there used to be a database. */
    private boolean absent(String how) {
        if (Files.exists(complete)) {
            throw refused(
                    how + ", although a database has been there (" + complete + " says so)",
                    "The usual causes are a disk that is not mounted and a restore that is not finished. Put the files"
                            + " back; to begin with an empty database, remove " + complete + ".");
        }
        return false;
    }

    private boolean used() throws IOException {
        Set<String> databases = entries(files.resolve("base"));
        if (databases.containsAll(OWN_DATABASES)) {
            if (!Files.exists(complete)) {
                LOG.info("Using the database that was found in {}", files);
            }
            return true;
        }
        if (Files.exists(complete) || holdsDatabases()) {
            throw refused(
                    "lacks databases that each server has (base/1, base/4, base/5)",
                    "The usual cause is a copy that is not whole. Copy it again; nothing was changed.");
        }
        // initdb was killed late. There is no database of ours yet, but these are the files of a server all the same.
        Path aside = moveAside();
        LOG.warn(
                "The set-up of PostgreSQL in {} was cut off; its files are now in {} and can be deleted", files, aside);
        return false;
    }

    private boolean otherVersion(String found) {
        throw refused(
                "was made by PostgreSQL " + found + ", and this program runs PostgreSQL " + version,
                "The files of one major version cannot be used by another. Run the version of this program that made"
                        + " them, or dump them with PostgreSQL " + found
                        + " (pg_dump) and restore the dump; nothing was"
                        + " changed.");
    }

    /** Whether all there is could have been left by an initdb that was killed before it made a server. */
    private boolean isUnfinished() throws IOException {
        for (String entry : entries(files)) {
            if (!ENTRIES.contains(entry) || Files.isSymbolicLink(files.resolve(entry))) {
                return false;
            }
        }
        return !holdsDatabases()
                && !entries(files.resolve("base")).contains("5")
                && entries(files.resolve("pg_tblspc")).isEmpty();
    }

    private boolean holdsDatabases() throws IOException {
        return entries(files.resolve("base")).stream()
                .anyMatch(name -> name.matches("\\d+") && !OWN_DATABASES.contains(name));
    }

    private Path moveAside() throws IOException {
        String time =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").format(LocalDateTime.now(ZoneId.systemDefault()));
        Path real = files.toRealPath();
        return Files.move(real, real.resolveSibling(real.getFileName() + ".unfinished-" + time));
    }

    private void removeContents() throws IOException {
        for (String entry : entries(files)) {
            Trees.delete(files.resolve(entry));
        }
    }

    private static Optional<String> versionOf(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** The names in a directory; none where there is no directory. */
    private Set<String> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (AccessDeniedException e) {
            throw refused(
                    "cannot be read by the user " + System.getProperty("user.name") + "; it belongs to "
                            + Files.getOwner(files),
                    "Run this program as that user, or give the files to this one (chown -R).");
        }
        return names;
    }

    private DatabaseException refused(String fault, String remedy) {
        return new DatabaseException("The database directory " + files + " " + fault + ". " + remedy);
    }
}
