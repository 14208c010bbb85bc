package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the backend in detail: what it answers from, and how old that is.
 *
 * @param status up when the database answers and the index follows it
 * @param database whether the database answers now
 * @param index the index that answers are given from
 * @param deliveries what is to be told to people; null while the database does not answer
 * @param disk the disk of the data directory; null where the backend keeps nothing itself, or the disk does not answer
 * @param bot the bot that reported last; null where none has since the backend started
 */
@Schema(name = "DetailedHealth")
public record DetailedHealth(
        Health.Status status,
        DatabaseState database,
        IndexState index,
        @Nullable DeliveriesState deliveries,
        @Nullable DiskState disk,
        @Nullable ReportedBot bot) {

    /**
     * The bot.
     *
     * @param status degraded while Telegram does not answer it, or when it has not reported for some minutes
     * @param reportedAt when it said so
     * @param problem what is wrong and the usual cause; null when all is well
     */
    @Schema(name = "ReportedBot")
    public record ReportedBot(
            Health.Status status,

            @JsonProperty("reported_at") Instant reportedAt,

            @Nullable String problem) {}

    /**
     * The database.
     *
     * @param problem what is wrong and the usual cause; null when all is well
     */
    @Schema(name = "DatabaseState")
    public record DatabaseState(
            Health.Status status, @Nullable String problem) {}

    /**
     * The index.
     *
     * @param products how many it holds
     * @param revision the last change that it holds
     * @param currentAt when it was last known to hold everything that the database held
     * @param ageSeconds seconds since then; 0 or 1 while it follows
     * @param problem what keeps it from following; null when nothing does
     */
    @Schema(name = "IndexState")
    public record IndexState(
            int products,
            long revision,
            @JsonProperty("current_at") Instant currentAt,
            @JsonProperty("age_seconds") long ageSeconds,
            @Nullable String problem) {}

    /**
     * The disk of the data directory.
     *
     * @param freeBytes how much may still be stored
     * @param totalBytes its size
     * @param problem what is wrong and what to do; null when all is well
     */
    @Schema(name = "DiskState")
    public record DiskState(
            Health.Status status,
            @JsonProperty("free_bytes") long freeBytes,
            @JsonProperty("total_bytes") long totalBytes,
            @Nullable String problem) {}

    /**
     * What is to be told to people.
     *
     * @param waiting how many have not ended and are not held by quiet hours
     * @param held how many wait for the end of quiet hours
     * @param oldestSeconds since when the oldest of those that wait could have been told; 0 where none waits
     * @param failed how many were given up in the last 24 hours
     * @param problem what is wrong, the usual cause and what to do; null when all is well
     */
    @Schema(name = "DeliveriesState")
    public record DeliveriesState(
            long waiting,
            long held,
            @JsonProperty("oldest_seconds") long oldestSeconds,
            long failed,
            @Nullable String problem) {}
}
