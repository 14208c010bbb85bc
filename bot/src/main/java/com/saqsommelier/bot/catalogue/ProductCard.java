package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.NameTheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is worth knowing of a product, a line for each matter; what is not known has no line. */
final class ProductCard {

    private ProductCard() {}

    static Html of(ProductView product, Messages messages) {
        Language language = messages.language();
        List<Html> lines = new ArrayList<>();
        lines.add(new Html("<b>")
                .plus(ProductEntry.name(product, language))
                .plus(ProductEntry.vintage(product))
                .plus(new Html("</b>")));
        lines.add(ProductEntry.price(product, messages)
                .plus(ProductEntry.SEPARATOR)
                .plus(
                        product.delistedAt() == null
                                ? online(product, messages)
                                : messages.say(Phrase.PRODUCT_DELISTED)));
        if (product.rating() != null) {
            lines.add(messages.say(Phrase.CARD_RATING, ProductWords.rating(product)));
        }
        String details = ProductWords.line(
                ProductWords.kindOrColour(product, language),
                ProductWords.place(product, language),
                ProductWords.size(product, language));
        if (!details.isEmpty()) {
            lines.add(Html.escaped(details));
        }
        String designation = ProductWords.designation(product, language);
        if (!designation.isEmpty()) {
            lines.add(Html.escaped(designation));
        }
        add(lines, messages, Phrase.CARD_GRAPES, ProductWords.grapes(product, language));
        add(lines, messages, Phrase.CARD_ALCOHOL, percent(product.alcoholPercent(), messages));
        add(lines, messages, Phrase.CARD_SUGAR, ProductWords.sugar(product, language));
        add(lines, messages, Phrase.CARD_TASTE, ProductWords.said(NameTheme.TASTES, product.tasteTag(), language));
        add(lines, messages, Phrase.CARD_FEATURES, ProductWords.features(product, language));
        add(lines, messages, Phrase.CARD_PRODUCER, text(product.producer()));
        lines.add(messages.say(Phrase.CARD_CODE, Map.of("sku", product.sku())));
        return lines.stream().reduce((one, next) -> one.plus("\n").plus(next)).orElseThrow();
    }

    private static Html online(ProductView product, Messages messages) {
        Integer bottles = product.onlineQuantity();
        return Boolean.TRUE.equals(product.available()) && bottles != null && bottles > 0
                ? messages.say(Phrase.PRODUCT_ONLINE_BOTTLES, Map.of("bottles", bottles))
                : messages.say(ProductEntry.availability(product));
    }

    private static String percent(@Nullable BigDecimal value, Messages messages) {
        return value == null ? "" : Numbers.percent(value, messages.language());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : ProductEntry.shortened(value, ProductEntry.LONGEST_NAME);
    }

    private static void add(List<Html> lines, Messages messages, Phrase phrase, String value) {
        if (!value.isEmpty()) {
            lines.add(messages.say(phrase, Map.of("value", value)));
        }
    }
}
