package com.saqsommelier.recommend.claude;

/**
 * A system prompt.
 *
 * @param version as in the name of its file
 */
record Prompt(Purpose purpose, String version, String text) {}
