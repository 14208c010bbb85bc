package com.saqsommelier.core.recommendation;

import java.util.Optional;

/**
 * The details of a recommendation's trace: fallback level, model, candidates and stage times.
 *
 * @param grace the step of the chain of grace, as {@code claude_and_vectors}
 * @param model that was asked last; empty where none was
 * @param promptVersion with which it was asked
 * @param candidates what passed the filter, with scores, a JSON array
 * @param stages milliseconds by stage, a JSON object
 * @param replaced how many reasons claimed what the record does not hold
 */
public record TraceDetails(
        String grace,
        Optional<String> model,
        Optional<String> promptVersion,
        String candidates,
        String stages,
        int replaced) {}
