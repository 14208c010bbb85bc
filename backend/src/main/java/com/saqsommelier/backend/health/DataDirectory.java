package com.saqsommelier.backend.health;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this backend keeps what must last.
 *
 * @param path an existing directory; empty for a backend that keeps nothing itself
 */
public record DataDirectory(Optional<Path> path) {}
