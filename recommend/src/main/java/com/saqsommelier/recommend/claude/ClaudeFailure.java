package com.saqsommelier.recommend.claude;

import java.util.Locale;

/** The reason why Claude did not answer; the recommendation then falls back to the next {@link com.saqsommelier.recommend.retrieve.AnswerLevel}. */
enum ClaudeFailure {
    /** It took too long. */
    TIMEOUT(true, "Claude took too long. Is the API slow, or SOMMELIER_CLAUDE_TIMEOUT too short?"),
    /** No connection, or it broke before the answer was whole. */
    UNREACHABLE(true, "The Claude API cannot be reached. Look at ANTHROPIC_BASE_URL and at the network."),
    /** 529. */
    OVERLOADED(true, "The Claude API is overloaded. It passes by itself."),
    /** 429. */
    RATE_LIMITED(true, "The Claude API's rate limit is reached. Wait, or ask for a higher one in its console."),
    /** 5xx. */
    SERVER_ERROR(true, "The Claude API had an error. It passes by itself."),
    /** 401, 403. */
    BAD_KEY(true, "The Claude API does not take the key. Look at ANTHROPIC_API_KEY."),
    /** The account is empty. */
    NO_CREDIT(true, "The account of the Claude API has no credit left. Buy some in its console."),
    /** Another 4xx: the request or the model's name is at fault. */
    BAD_REQUEST(true, "The Claude API does not take the request. Look at SOMMELIER_CLAUDE_MODEL."),
    /** Stop reason {@code refusal}. */
    REFUSED(false, "Claude refused to answer."),
    /** Stop reason {@code max_tokens}. */
    TOO_LONG(false, "Claude's answer was longer than allowed."),
    /** No tool call, broken JSON, or nothing of what was asked. */
    BAD_ANSWER(false, "Claude's answer cannot be read."),
    /** Too many calls failed lately; no call was made. */
    BREAKER_OPEN(false, "Calls of Claude failed lately; it is asked again in a while."),
    /** The day's budget is spent; no call was made. */
    BUDGET_SPENT(false, "The day's budget for Claude is spent (SOMMELIER_CLAUDE_DAILY_BUDGET_USD)."),
    /** What cannot be counted is not spent; no call was made. */
    DATABASE_DOWN(false, "The database does not answer, so that calls of Claude cannot be counted.");

    private final boolean service;
    private final String advice;

    ClaudeFailure(boolean service, String advice) {
        this.service = service;
        this.advice = advice;
    }

    /** Whether the service is at fault, so that more calls are likely to fail. */
    boolean ofService() {
        return service;
    }

    /** What happened and what to do, for the log. */
    String advice() {
        return advice;
    }

    /** As in tables and metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
