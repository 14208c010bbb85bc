package com.saqsommelier.backend.digest;

import com.saqsommelier.api.DigestApi;
import com.saqsommelier.api.DigestClaim;
import com.saqsommelier.api.DigestRecipients.Recipient;
import com.saqsommelier.api.DigestStep;
import com.saqsommelier.api.DigestView;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.backend.product.ProductViews;
import com.saqsommelier.core.digest.DigestNews;
import com.saqsommelier.core.digest.DigestRecipient;
import com.saqsommelier.core.digest.DigestRecipients;
import com.saqsommelier.core.digest.DigestWeek;
import com.saqsommelier.core.digest.Digests;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Digest")
class DigestController implements DigestApi {

    /** What somebody reads of a list before they stop. */
    private static final int MOST_SHOWN = 15;

    private static final int BEST_RATED = 60;
    private static final double USUAL_PAUSE_SECONDS = 30;

    private final Digests digests;
    private final DigestRecipients recipients;
    private final Products products;
    private final CatalogueIndex index;
    private final InstantSource clock;

    DigestController(
            Digests digests,
            DigestRecipients recipients,
            Products products,
            CatalogueIndex index,
            InstantSource clock) {
        this.digests = digests;
        this.recipients = recipients;
        this.products = products;
        this.index = index;
        this.clock = clock;
    }

    @Override
    @Problems(ProblemKind.NOT_FOUND)
    @Operation(
            summary = "What happened in a week",
            description = "Without a week: since the last digest, as it would be sent now.")
    public DigestView get(@Nullable String week) {
        DigestWeek covered = week == null
                ? digests.present(clock.instant())
                : digests.find(week)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "The digest of the week '" + week + "' was not begun."));
        DigestNews news = digests.news(covered);
        Map<String, Product> happened = products.findAll(Stream.of(news.fresh(), news.back(), news.leaving())
                .flatMap(List::stream)
                .toList());
        return new DigestView(
                covered.week(),
                covered.since(),
                covered.until(),
                section(news.fresh(), happened),
                section(news.back(), happened),
                section(news.leaving(), happened),
                DigestPicks.of(news, happened, bestRated()).stream()
                        .map(pick -> new DigestView.Pick(ProductViews.of(pick.product()), pick.why()))
                        .toList());
    }

    @Override
    @Operation(summary = "Claim recipients of the present week's digest")
    public com.saqsommelier.api.DigestRecipients claim(DigestClaim claim) {
        DigestRecipients.Claim claimed = recipients.claim(
                claim.consumer(), Objects.requireNonNullElse(claim.groups(), List.of()), claim.limit());
        return new com.saqsommelier.api.DigestRecipients(
                claimed.week().week(),
                claimed.recipients().stream().map(DigestController::view).toList(),
                claimed.waiting());
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Problems(ProblemKind.CONFLICT)
    @Operation(summary = "Report a step on the way to a recipient")
    public ResponseEntity<Void> report(DigestStep step) {
        switch (step.state()) {
            case BEGUN -> begin(step);
            case SENT -> recipients.sent(step.week(), step.userId(), step.part(), step.last());
            case RETRY ->
                recipients.retry(step.week(), step.userId(), step.consumer(), step.part(), Duration.ofMillis((long)
                        (Objects.requireNonNullElse(step.retryAfter(), USUAL_PAUSE_SECONDS) * 1000)));
            case MOVED -> moved(step);
            case BLOCKED -> recipients.end(step.week(), step.userId(), step.part(), true);
            case FAILED -> recipients.end(step.week(), step.userId(), step.part(), false);
        }
        return ResponseEntity.noContent().build();
    }

    private void begin(DigestStep step) {
        if (!recipients.begin(step.week(), step.userId(), step.consumer(), step.part())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Message " + step.part() + " of the digest for " + step.userId()
                            + " may have been sent before, or the claim on it is over. It must not be sent.");
        }
    }

    private void moved(DigestStep step) {
        String movedTo = step.movedTo();
        if (movedTo == null || movedTo.equals(step.userId())) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "A recipient that moved needs moved_to, its new number as tg:-100123.");
        }
        recipients.moved(step.week(), step.userId(), movedTo, step.part());
    }

    private List<Product> bestRated() {
        return index.search(new CatalogueQuery(
                        Optional.empty(), CatalogueQuery.Filters.AVAILABLE, CatalogueQuery.Order.RATING, 0, BEST_RATED))
                .products();
    }

    private static DigestView.Section section(List<String> skus, Map<String, Product> happened) {
        return new DigestView.Section(
                skus.size(),
                skus.stream()
                        .map(happened::get)
                        .filter(Objects::nonNull)
                        .limit(MOST_SHOWN)
                        .map(ProductViews::of)
                        .toList());
    }

    private static Recipient view(DigestRecipient recipient) {
        return new Recipient(
                recipient.userId(),
                recipient.language().orElse(null),
                recipient.quiet(),
                recipient.partsBegun(),
                recipient.leasedUntil(),
                recipient.lastTry());
    }
}
