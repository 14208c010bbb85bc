package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.language.Prices;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.vocabulary.Language;
import java.util.Optional;

/**
 * A card that a person posts in a chat in which the bot may not be. Its buttons are links: the bot could not answer taps
 * there with what is each reader's own.
 */
public final class PostedCard {

    private PostedCard() {}

    /**
     * A card of what is true for everyone.
     *
     * @param botName the user name of the bot to which "Watch" leads
     */
    public static Reply of(ProductView product, String botName, Messages messages) {
        Buttons buttons = new Buttons();
        String watch = "https://t.me/" + botName + "?start=watch_" + product.sku();
        Optional<String> page = ProductEntry.address(product, messages.language());
        if (page.isPresent()) {
            buttons.row(
                    Buttons.open(messages.plain(Phrase.BUTTON_WATCH), watch),
                    Buttons.open(messages.plain(Phrase.BUTTON_OPEN), page.get()));
        } else {
            buttons.row(Buttons.open(messages.plain(Phrase.BUTTON_WATCH), watch));
        }
        return new Reply(ProductCard.of(product, messages), buttons.markup(), true);
    }

    /** The name and vintage, plain. */
    public static String title(ProductView product, Messages messages) {
        return ProductEntry.shownName(product, messages.language()) + ProductEntry.vintage(product);
    }

    /** Price, stock and origin in a line, plain. */
    public static String description(ProductView product, Messages messages) {
        Language language = messages.language();
        return ProductWords.line(
                product.price() == null
                        ? messages.plain(Phrase.PRODUCT_PRICE_UNKNOWN)
                        : Prices.format(product.price(), product.currency(), language),
                messages.plain(ProductEntry.availability(product)),
                ProductWords.place(product, language),
                ProductWords.size(product, language));
    }
}
