package com.saqsommelier.app.settings;

import com.saqsommelier.vocabulary.Language;
import java.util.Optional;

/**
 * How the weekly digest is sent.
 *
 * @param group Telegram's number of the chat that gets it; empty where only those do who opted in
 * @param groupLanguage what is spoken in the group
 * @param quietWeekIsSaid whether a week in which nothing happened is told of in a line
 */
public record DigestSettings(Optional<Long> group, Language groupLanguage, boolean quietWeekIsSaid) {}
