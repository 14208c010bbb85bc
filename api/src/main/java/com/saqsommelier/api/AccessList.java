package com.saqsommelier.api;

import java.util.List;

/**
 * Decisions about who may come in.
 *
 * @param access the latest first
 */
public record AccessList(List<AccessView> access) {}
