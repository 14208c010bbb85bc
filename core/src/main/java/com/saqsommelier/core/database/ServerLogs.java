package com.saqsommelier.core.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The logs of a server as they were at a moment, to read later what came since.
 *
 * @param starting the log of the programs and of a server that is starting
 * @param directory of the logs of a running server; may be absent
 * @param sizes of the logs at that moment
 */
record ServerLogs(Path starting, Path directory, Map<Path, Long> sizes) {

    private static final int MOST_BYTES = 20_000;

    /** The logs as they are now. */
    static ServerLogs now(Path starting, Path directory) throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        for (Path log : logs(starting, directory)) {
            sizes.put(log, Files.size(log));
        }
        return new ServerLogs(starting, directory, sizes);
    }

    /** The lines written since that moment, only the last of them where there are many. */
    String since() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path log : logs(starting, directory)) {
            text.append(read(log, sizes.getOrDefault(log, 0L)));
        }
        return text.toString();
    }

    private static List<Path> logs(Path starting, Path directory) throws IOException {
        List<Path> logs = new ArrayList<>();
        if (Files.exists(starting)) {
            logs.add(starting);
        }
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(Files::isRegularFile).sorted().forEach(logs::add);
            }
        }
        return logs;
    }

    private static String read(Path log, long before) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long size = file.length();
            // A log that is shorter than before was begun anew.
            long begin = Math.max(before > size ? 0 : before, size - MOST_BYTES);
            byte[] bytes = new byte[(int) (size - begin)];
            file.seek(begin);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
