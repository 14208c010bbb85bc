package com.saqsommelier.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for recipients of the digest.
 *
 * @param consumer who asks, for the operator; 1 to 100 characters
 * @param limit how many at most, 1 to 100
 * @param groups who gets it besides those who opted in; null for nobody
 */
public record DigestClaim(
        @Schema(example = "digest-1")
        @NotNull(message = "1 to 100 characters")
        @Size(min = 1, max = 100, message = "1 to 100 characters")
        String consumer,

        @Min(value = 1, message = "a whole number from 1 to 100")
        @Max(value = 100, message = "a whole number from 1 to 100")
        int limit,

        @Schema(example = "[\"tg:-1001234567890\"]") @Size(max = 100, message = "up to 100 groups") @Nullable
        List<
                        @NotNull(message = "the channel and the id there, as tg:-123")
                        @Pattern(
                                regexp = "[a-z]{2,8}:-?[A-Za-z0-9_]{1,64}",
                                message = "the channel and the id there, as tg:-123")
                        String>
                groups) {}
