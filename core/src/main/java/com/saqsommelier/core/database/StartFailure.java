package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a program of PostgreSQL failed, told by its own words: each cause has its explanation and its remedy.
 *
 * @see <a href="https://www.postgresql.org/docs/18/server-start.html#SERVER-START-FAILURES">Server Start-up Failures</a>
 */
enum StartFailure {
    SHARED_MEMORY(
            "shared memory segment|anonymous shared memory|semaphores|Cannot allocate memory|out of memory",
            "The system gives PostgreSQL no (shared) memory. Free memory, enlarge /dev/shm of the container (--shm-size), or"
                    + " raise the limits kernel.shmmax and kernel.sem."),
    DISK_FULL(
            "No space left on device|Disk quota exceeded",
            "The disk is full. Make room on it, and start again; what was stored is kept."),
    READ_ONLY(
            "Read-only file system",
            "The disk is mounted read-only. Mount it so that it can be written, or set SOMMELIER_DATA_DIR to another"
                    + " directory."),
    DAMAGED(
            "control file appears to be corrupt|could not locate a valid checkpoint record|invalid checkpoint record|invalid .*pg_control|"
                    + "incorrect checksum in control file|calculated CRC checksum does not match|could not read file"
                    + " \"global/pg_control\"|invalid primary checkpoint",
            "The files are damaged or not whole. Restore a backup into another directory; keep these until it is proven."),
    OTHER_VERSION(
            "database files are incompatible with server|not compatible with this version",
            "The files were made by another major version of PostgreSQL. Run the version of this program that made them,"
                    + " or dump them there and restore the dump."),
    PORT_TAKEN(
            "Address already in use|could not create any TCP/IP sockets|could not bind IPv",
            "No port of 127.0.0.1 could be used. The usual cause is another program on it, or a machine without a loopback"
                    + " interface."),
    STILL_IN_USE(
            "pre-existing shared memory block|is still in use|lock file .* already exists",
            "Another PostgreSQL, or what is left of one that was killed, still uses the files. Wait a moment, or stop its"
                    + " processes (ps -ef | grep postgres), and start again. Never delete postmaster.pid while one runs."),
    LOCALE(
            "invalid locale name|locale .* not (?:found|recognized)|could not find suitable encoding",
            "The system lacks the locale C.UTF-8. Install it (on Debian and Ubuntu it is part of libc-bin)."),
    MISSING_LIBRARY(
            "error while loading shared libraries|GLIBC|[Ll]ibrary not loaded|Exec format error|cannot execute",
            "The programs of PostgreSQL cannot run on this system: a library is missing or of another kind. A current glibc"
                    + " is needed (not musl); else set SOMMELIER_DATABASE_URL to a server of your own."),
    NO_EXECUTION(
            "error=13|unshare: failed to execute|failed to execute",
            "The programs of PostgreSQL may not be executed where they are. The usual cause is a disk mounted noexec; set"
                    + " SOMMELIER_DATA_DIR to a directory on another one."),
    OWNER(
            "Permission denied|wrong ownership|invalid permissions|Operation not permitted",
            "Files there belong to another user or do not let this one write. Run as the user who owns them, or give them to"
                    + " this one (chown -R); the directory needs the mode 0700."),
    CONFIGURATION(
            "configuration file .* contains errors|syntax error in file|unrecognized configuration parameter|"
                    + "could not access the server configuration file",
            "A configuration file in the directory (postgresql.conf, postgresql.auto.conf, pg_hba.conf) is missing or"
                    + " has an error; the lines below say which."),
    ROOT("cannot be run as root|root execution", "PostgreSQL refuses to run as root. Run as another user."),
    UNKNOWN("", "The lines below are PostgreSQL's own.");

    private static final int LINES = 5;

    /** Lines of each start, which explain nothing. */
    private static final Pattern ROUTINE = Pattern.compile(
            "waiting for server|stopped waiting|Examine the log output"
                    + "|starting PostgreSQL|listening on|redirecting log output|Future log output|database system was shut down");

    private final Pattern words;
    private final String explanation;

    StartFailure(String words, String explanation) {
        this.words = Pattern.compile(words);
        this.explanation = explanation;
    }

    /** The cause that the output of a program tells of. */
    static StartFailure of(String output) {
        for (StartFailure failure : values()) {
            if (failure.words.matcher(output).find()) {
                return failure;
            }
        }
        return UNKNOWN;
    }

    /**
     * The exception that explains it.
     *
     * @param files of the server
     * @param output of the program
     */
    DatabaseException explain(Path files, String output) {
        String said = lastLines(output);
        return new DatabaseException("PostgreSQL did not start in " + files + ". " + explanation
                + (this == DISK_FULL ? " " + free(files) : "")
                + (said.isEmpty() ? "" : "\n" + said));
    }

    private static String free(Path files) {
        try {
            return "(" + Files.getFileStore(files).getUsableSpace() / 1_000_000 + " MB are free there.)";
        } catch (IOException e) {
            return "";
        }
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines()
                .filter(line -> !line.isBlank() && !ROUTINE.matcher(line).find())
                .distinct()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
