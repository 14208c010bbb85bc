package com.saqsommelier.bot.watch;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.PriceAlertView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.WatchRequest;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.command.PriceWish;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.language.Prices;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Price alerts: what can be chosen for a bottle, what is chosen, and how a rule is said. */
public final class PriceAlertAnswers {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final List<Integer> PERCENTS = List.of(10, 20);

    /** Shares of the present price, in percent, that are offered as prices of one's own, rounded down to dollars. */
    private static final List<Integer> OFFERED = List.of(90, 75);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Contract backend;
    private final People people;

    /** Answers with what this backend knows. */
    public PriceAlertAnswers(Contract backend, People people) {
        this.backend = backend;
        this.people = people;
    }

    /** The price rules that can be chosen for a bottle, and the one that is. */
    public Reply choice(String sku, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        ProductView product = backend.products().get(sku);
        Html text = messages.say(
                Phrase.PRICE_ALERT_WHICH,
                Map.of(
                        "name",
                        ProductEntry.shownName(product, messages.language()),
                        "price",
                        product.price() == null
                                ? messages.plain(Phrase.PRODUCT_PRICE_UNKNOWN)
                                : Prices.format(product.price(), product.currency(), messages.language())));
        Optional<PriceAlertView> chosen = chosen(sku, chatUser);
        if (chosen.isPresent()) {
            text = text.plus("\n")
                    .plus(messages.say(Phrase.PRICE_ALERT_NOW, Map.of("rule", said(chosen.get(), messages))));
        }
        Buttons buttons = new Buttons().row(button(sku, PriceWish.anyDrop(), messages));
        buttons.row(PERCENTS.stream()
                .map(percent -> button(sku, PriceWish.percent(percent), messages))
                .toList());
        buttons.row(offered(product)
                .map(price -> button(sku, PriceWish.below(price), messages))
                .toList());
        if (chosen.isPresent()) {
            buttons.row(Buttons.tap(
                    messages.plain(Phrase.PRICE_ALERT_END), new CallbackAction.SetPrice(sku, PriceWish.NONE)));
        }
        return new Reply(text, buttons.markup());
    }

    /** Sets the rule, and begins to watch the bottle where the person does not yet; says how that went. */
    public Reply set(String sku, PriceWish wish, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        try {
            store(sku, wish.alert(), chatUser);
        } catch (ApiException e) {
            if (e.hasStatus(NOT_FOUND)) {
                return Reply.of(messages.say(
                        wish.alert() == null ? Phrase.PRICE_ALERT_ENDED : Phrase.PRODUCT_UNKNOWN,
                        Map.of("sku", sku, "name", sku)));
            }
            throw e;
        }
        String name = ProductEntry.shownName(backend.products().get(sku), messages.language());
        return wish.alert() == null
                ? Reply.of(messages.say(Phrase.PRICE_ALERT_ENDED, Map.of("name", name, "sku", sku)))
                : Reply.of(messages.say(
                        Phrase.PRICE_ALERT_SET,
                        Map.of("name", name, "sku", sku, "rule", said(wish.alert(), messages))));
    }

    private void store(String sku, @Nullable PriceAlertView alert, ChatUser chatUser) {
        if (alert == null) {
            backend.watches().endAlert(sku, chatUser.userId());
            return;
        }
        try {
            backend.watches().add(new WatchRequest(chatUser.userId(), sku, alert));
            people.expectNews(chatUser);
        } catch (ApiException e) {
            if (!e.hasStatus(CONFLICT)) {
                throw e;
            }
            backend.watches().alert(sku, chatUser.userId(), alert);
        }
    }

    /** A rule in words: {@code 20,00 $ ou moins}. */
    public static String said(PriceAlertView alert, Messages messages) {
        return switch (alert.rule()) {
            case BELOW ->
                messages.plain(
                        Phrase.PRICE_RULE_BELOW,
                        Map.of("price", Prices.format(alert.value(), null, messages.language())));
            case PERCENT ->
                messages.plain(
                        Phrase.PRICE_RULE_PERCENT,
                        Map.of("percent", Numbers.percent(alert.value(), messages.language())));
            case AMOUNT ->
                PriceWish.anyDrop().equals(new PriceWish(alert))
                        ? messages.plain(Phrase.PRICE_RULE_ANY)
                        : messages.plain(
                                Phrase.PRICE_RULE_AMOUNT,
                                Map.of("price", Prices.format(alert.value(), null, messages.language())));
        };
    }

    private Optional<PriceAlertView> chosen(String sku, ChatUser chatUser) {
        return backend.watches().list(chatUser.userId()).watches().stream()
                .filter(watch -> watch.sku().equals(sku))
                .findFirst()
                .map(WatchView::priceAlert);
    }

    private static Stream<BigDecimal> offered(ProductView product) {
        BigDecimal price = product.price();
        return price == null
                ? Stream.empty()
                : OFFERED.stream()
                        .map(percent ->
                                price.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 0, RoundingMode.FLOOR))
                        .filter(offered -> offered.signum() > 0)
                        .distinct();
    }

    private static InlineKeyboardButton button(String sku, PriceWish wish, Messages messages) {
        PriceAlertView alert = wish.alert();
        return Buttons.tap(
                alert == null ? messages.plain(Phrase.PRICE_ALERT_END) : said(alert, messages),
                new CallbackAction.SetPrice(sku, wish));
    }
}
