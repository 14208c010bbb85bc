package com.saqsommelier.recommend.claude;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Claude answered.
 *
 * @param input of the tool that it called; empty when it called none
 * @param text empty when there is none
 */
record Reply(Optional<JsonNode> input, String text, Usage usage) {}
