package com.saqsommelier.bot.digest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the sending of a digest went, as a job reports it.
 *
 * @param week whose digest it was
 * @param fresh products that are new
 * @param back products that came back
 * @param leaving products that left
 * @param recipients to whom there was something to send in this run
 * @param sent recipients who have all of it now
 * @param messages that Telegram accepted
 * @param doubtful messages that may have been lost, and are not sent again
 * @param blocked recipients who do not want to hear from the bot
 * @param failed recipients whom it did not reach
 */
public record DigestSummary(
        String week,
        @JsonProperty("new") int fresh,
        int back,
        int leaving,
        int recipients,
        int sent,
        int messages,
        int doubtful,
        int blocked,
        int failed) {}
