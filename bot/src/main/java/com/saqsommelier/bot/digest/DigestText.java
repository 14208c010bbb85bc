package com.saqsommelier.bot.digest;

import com.saqsommelier.api.DigestView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The digest in the words of one language: as few messages as hold it, each ending between two products. */
final class DigestText {

    private static final Html LINE = new Html("\n");
    private static final Html PARAGRAPH = new Html("\n\n");

    private final Messages messages;
    private final List<Html> parts = new ArrayList<>();
    private Html part;

    private DigestText(Messages messages) {
        this.messages = messages;
        this.part = new Html("");
    }

    /**
     * The messages, at least one.
     *
     * @param digest of a week in which something happened or not: then one line says so
     */
    static List<Html> of(DigestView digest, Messages messages) {
        DigestText text = new DigestText(messages);
        if (digest.nothingHappened()) {
            return List.of(messages.say(Phrase.DIGEST_NOTHING));
        }
        text.part = messages.say(Phrase.DIGEST_HEADING);
        text.section(
                Phrase.DIGEST_PICKS,
                digest.picks().size(),
                digest.picks().stream().map(text::pick).toList());
        text.section(Phrase.DIGEST_NEW, digest.fresh());
        text.section(Phrase.DIGEST_BACK, digest.back());
        text.section(Phrase.DIGEST_LEAVING, digest.leaving());
        text.parts.add(text.part);
        return text.parts;
    }

    private void section(Phrase heading, DigestView.Section section) {
        List<Html> lines =
                new ArrayList<>(section.products().stream().map(this::line).toList());
        int more = section.total() - section.products().size();
        if (more > 0) {
            lines.add(messages.say(Phrase.DIGEST_MORE, Map.of("total", more)));
        }
        section(heading, section.total(), lines);
    }

    private void section(Phrase heading, int total, List<Html> lines) {
        Html before = PARAGRAPH.plus(messages.say(heading, Map.of("total", total)));
        for (Html line : lines) {
            Html longer = part.plus(before).plus(LINE).plus(line);
            if (longer.length() > Html.LONGEST_MESSAGE) {
                parts.add(part);
                // The heading of a section that goes on stands on the next message, too.
                longer =
                        messages.say(heading, Map.of("total", total)).plus(LINE).plus(line);
            }
            part = longer;
            before = new Html("");
        }
    }

    private Html line(ProductView product) {
        return new Html("• ")
                .plus(ProductEntry.name(product, messages.language()))
                .plus(ProductEntry.vintage(product))
                .plus(" · ")
                .plus(ProductEntry.price(product, messages));
    }

    private Html pick(DigestView.Pick pick) {
        ProductView product = pick.product();
        String details = ProductEntry.details(product, messages.language());
        Html why = messages.say(
                switch (pick.why()) {
                    case "new" -> Phrase.DIGEST_WHY_NEW;
                    case "back" -> Phrase.DIGEST_WHY_BACK;
                    default -> Phrase.DIGEST_WHY_RATED;
                });
        Html reason = details.isEmpty() ? why : why.plus(" · ").plus(details);
        if (product.rating() != null && product.reviewCount() != null && product.reviewCount() > 0) {
            reason = reason.plus(" · ")
                    .plus(messages.say(
                            Phrase.DIGEST_RATING,
                            Map.of("rating", product.rating(), "reviews", product.reviewCount())));
        }
        return new Html("🍷 ")
                .plus(ProductEntry.name(product, messages.language()))
                .plus(ProductEntry.vintage(product))
                .plus(" · ")
                .plus(ProductEntry.price(product, messages))
                .plus("\n")
                .plus(new Html("<i>").plus(reason).plus(new Html("</i>")));
    }
}
