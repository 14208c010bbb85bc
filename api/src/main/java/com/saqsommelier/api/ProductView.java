package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as the API shows it. A null value is unknown, never "no". Texts are as the French page of saq.com writes
 * them; SAQ's description and image are not shown, they belong to SAQ.
 *
 * @param sku SAQ's code, 2 to 8 digits
 * @param nameEn the English name where it is known
 * @param category the last level of {@code categories}
 * @param categories the path in the catalogue from its root, empty when unknown
 * @param alcoholPercent by volume
 * @param sugarGPerL residual sugar; where the page says {@code <1,2 g/L} it is that upper bound, and the text says so
 * @param sizeMl all containers of the product together
 * @param upc 14 digits, as in "Code CUP"
 * @param gtin 12 digits
 * @param features for example organic
 * @param price in {@code currency}, two decimals, taxes included
 * @param available whether it can be bought online
 * @param onlineQuantity bottles online
 * @param availabilityCheckedAt when {@code available} was last read
 * @param rating 0 to 5
 * @param url the product's page on saq.com
 * @param changedAt when price, stock or attributes last changed
 * @param delistedAt when it left the catalogue; null while it is in it
 */
@Schema(name = "Product")
public record ProductView(
        @Schema(example = "11036097") String sku,
        @Schema(example = "Château Sample Bordeaux 2019") String name,
        @JsonProperty("name_en") @Nullable String nameEn,
        @Schema(example = "Vin rouge") @Nullable String category,
        List<String> categories,
        @Schema(example = "Rouge") @Nullable String color,
        @Schema(example = "France") @Nullable String country,
        @Schema(example = "Bordeaux, Médoc") @Nullable String region,
        @Nullable String appellation,
        @Nullable String designation,
        @Nullable String classification,
        List<GrapeView> grapes,

        @Schema(example = "13.5") @JsonProperty("alcohol_percent") @Nullable
        BigDecimal alcoholPercent,

        @JsonProperty("sugar_g_per_l") @Nullable BigDecimal sugarGPerL,
        @JsonProperty("sugar_text") @Nullable String sugarText,

        @Schema(example = "750") @JsonProperty("size_ml") @Nullable
        Integer sizeMl,

        @JsonProperty("size_text") @Nullable String sizeText,
        @Nullable String producer,
        @Nullable String agent,
        @Schema(example = "00012345678905") @Nullable String upc,
        @Nullable String gtin,
        @Schema(example = "2019") @Nullable Integer vintage,
        @JsonProperty("taste_tag") @Nullable String tasteTag,
        List<String> features,
        @Schema(example = "24.95") @Nullable BigDecimal price,
        @Schema(example = "CAD") @Nullable String currency,
        @Schema(example = "true") @Nullable Boolean available,
        @JsonProperty("online_quantity") @Nullable Integer onlineQuantity,
        @JsonProperty("availability_checked_at") @Nullable Instant availabilityCheckedAt,
        @Nullable BigDecimal rating,
        @JsonProperty("review_count") @Nullable Integer reviewCount,
        @Schema(example = "https://www.saq.com/fr/11036097") URI url,
        @JsonProperty("first_seen_at") Instant firstSeenAt,
        @JsonProperty("fetched_at") Instant fetchedAt,
        @JsonProperty("changed_at") Instant changedAt,
        @JsonProperty("delisted_at") @Nullable Instant delistedAt) {}
