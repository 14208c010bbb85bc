package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Products below a heading, with a button for each and, where there are more, buttons to page. */
public final class ProductList {

    /** Fits a phone's screen; a longer list is not read. */
    public static final int MOST_SHOWN = 5;

    private static final String TO_WATCH = "🔔 ";
    private static final String WATCHED = "🔕 ";
    private static final Pattern PLACE = Pattern.compile("(?:" + TO_WATCH + "|" + WATCHED + ")(\\d{1,2})");
    private static final Html PARAGRAPH = new Html("\n\n");

    private ProductList() {}

    /**
     * A page of a list.
     *
     * @param heading what the list is, at most a few hundred characters
     * @param buttons gets one for each product
     */
    static Html entries(Html heading, ProductPage page, Buttons buttons, Messages messages) {
        return entries(heading, page, product -> new Html(""), buttons, messages);
    }

    /**
     * The same with more about each product.
     *
     * @param more below an entry; empty for nothing
     */
    static Html entries(
            Html heading, ProductPage page, Function<ProductView, Html> more, Buttons buttons, Messages messages) {
        return entries(heading, page.products(), (page.page() - 1) * page.perPage() + 1, more, buttons, messages);
    }

    /**
     * Adds the buttons that turn the page, where there is another.
     *
     * @param paging the tap that leads to a page
     */
    static void turn(Buttons buttons, ProductPage page, IntFunction<CallbackAction> paging, Messages messages) {
        if (page.pages() > 1) {
            List<InlineKeyboardButton> row = new ArrayList<>();
            step("◀", page.page() - 1, page, paging).ifPresent(row::add);
            row.add(Buttons.tap(
                    messages.plain(Phrase.PAGE_OF, Map.of("page", page.page(), "pages", page.pages())),
                    new CallbackAction.Nothing()));
            step("▶", page.page() + 1, page, paging).ifPresent(row::add);
            buttons.row(row);
        }
    }

    /** All of a short list. */
    public static Reply all(Html heading, List<ProductView> products, Messages messages) {
        Buttons buttons = new Buttons();
        Html text = entries(heading, products, 1, product -> new Html(""), buttons, messages);
        return new Reply(text, products.isEmpty() ? null : buttons.markup());
    }

    /** All of a short list of what one may want to watch, with a button for that too. */
    public static Reply toWatch(Html heading, List<ProductView> products, Messages messages) {
        Buttons buttons = new Buttons();
        Html text = entries(heading, products, 1, product -> new Html(""), buttons, messages);
        for (int from = 0; from < products.size(); from += MOST_SHOWN) {
            buttons.row(IntStream.range(from, Math.min(from + MOST_SHOWN, products.size()))
                    .mapToObj(place -> watching(products.get(place).sku(), place + 1, false))
                    .toList());
        }
        return new Reply(text, buttons.markup());
    }

    /** The button that begins or ends a watch of the product at a place in a list: too narrow for words. */
    public static InlineKeyboardButton watching(String sku, int place, boolean watched) {
        return watched
                ? Buttons.tap(WATCHED + place, new CallbackAction.Unwatch(sku))
                : Buttons.tap(TO_WATCH + place, new CallbackAction.Watch(sku));
    }

    /** The place in a list that a button to watch belongs to; empty for one that stands under a card. */
    public static OptionalInt placeOf(InlineKeyboardButton button) {
        Matcher place = PLACE.matcher(button.getText());
        return place.matches() ? OptionalInt.of(Integer.parseInt(place.group(1))) : OptionalInt.empty();
    }

    /** The heading and as many entries as fit, with their buttons. */
    private static Html entries(
            Html heading,
            List<ProductView> products,
            int first,
            Function<ProductView, Html> more,
            Buttons buttons,
            Messages messages) {
        List<InlineKeyboardButton> cards = new ArrayList<>();
        Html text = heading;
        for (ProductView product : products) {
            int place = first + cards.size();
            Html longer = text.plus(PARAGRAPH)
                    .plus(ProductEntry.of(place, product, messages))
                    .plus(more.apply(product));
            if (longer.length() > Html.LONGEST_MESSAGE) {
                break;
            }
            text = longer;
            cards.add(Buttons.tap(Integer.toString(place), new CallbackAction.Card(product.sku())));
        }
        for (int from = 0; from < cards.size(); from += MOST_SHOWN) {
            buttons.row(List.copyOf(cards.subList(from, Math.min(from + MOST_SHOWN, cards.size()))));
        }
        return text;
    }

    /** The arrow to a page; empty where there is none, so that a finger in its place meets the number, which does nothing. */
    private static Optional<InlineKeyboardButton> step(
            String label, int to, ProductPage page, IntFunction<CallbackAction> paging) {
        boolean there = to >= 1 && to <= page.pages() && (long) to * page.perPage() <= CatalogueAnswers.DEEPEST;
        return there ? Optional.of(Buttons.tap(label, paging.apply(to))) : Optional.empty();
    }
}
