package com.saqsommelier.bot.alert;

import com.saqsommelier.api.CorrectionView;
import com.saqsommelier.api.DeliveryList;
import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.ProductList;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what became of what a person watches: one message for all of it, several where it does not fit into one. */
final class AlertWriter {

    private static final Html PARAGRAPH = new Html("\n\n");

    private final DeliveryList claimed;
    private final Map<String, String> stores;

    /** A writer of messages about what was claimed; a store that is not listed is called by its number. */
    AlertWriter(DeliveryList claimed) {
        this.claimed = claimed;
        stores = claimed.stores().values().stream().collect(Collectors.toMap(StoreView::id, StoreAnswers::shown));
    }

    /** Messages about what happened, split between products. */
    List<AlertMessage> messages(List<DeliveryView> changes, Messages messages) {
        Html heading = messages.say(Phrase.ALERT_HEADING);
        Html text = heading;
        List<ProductView> products = new ArrayList<>();
        List<DeliveryView> told = new ArrayList<>();
        List<AlertMessage> written = new ArrayList<>();
        for (List<DeliveryView> ofProduct : changes.stream()
                .collect(Collectors.groupingBy(DeliveryView::sku, LinkedHashMap::new, Collectors.toList()))
                .values()) {
            ProductView product = product(ofProduct.getFirst().sku());
            Html paragraph =
                    AlertText.of(product, ofProduct.stream().map(Change::of).toList(), stores, messages);
            Html longer = text.plus(PARAGRAPH).plus(paragraph);
            if (!told.isEmpty() && longer.length() > Html.LONGEST_MESSAGE) {
                written.add(new AlertMessage(reply(text, products, messages), told));
                longer = heading.plus(PARAGRAPH).plus(paragraph);
                products.clear();
                told.clear();
            }
            text = longer;
            products.add(product);
            told.addAll(ofProduct);
        }
        written.add(new AlertMessage(reply(text, products, messages), told));
        return written;
    }

    /** A message as it stands with what has happened since; shorter than it was, as it says no more of any place. */
    Reply corrected(CorrectionView correction, List<DeliveryView> since, Messages messages) {
        List<Change> changes = Stream.concat(
                        correction.told().stream().map(Change::of),
                        since.stream().map(Change::of))
                .toList();
        Html text = messages.say(Phrase.ALERT_HEADING);
        List<ProductView> products = new ArrayList<>();
        for (List<Change> ofProduct : changes.stream()
                .collect(Collectors.groupingBy(Change::sku, LinkedHashMap::new, Collectors.toList()))
                .values()) {
            ProductView product = product(ofProduct.getFirst().sku());
            text = text.plus(PARAGRAPH).plus(AlertText.of(product, ofProduct, stores, messages));
            products.add(product);
        }
        return reply(text, products, messages);
    }

    private ProductView product(String sku) {
        return Objects.requireNonNull(claimed.products().get(sku), () -> "The claim does not tell of product " + sku);
    }

    private static Reply reply(Html text, List<ProductView> products, Messages messages) {
        return new Reply(text, buttons(products, messages).markup());
    }

    private static Buttons buttons(List<ProductView> products, Messages messages) {
        Buttons buttons = new Buttons();
        if (products.size() == 1) {
            String sku = products.getFirst().sku();
            return buttons.row(
                    Buttons.tap(messages.plain(Phrase.BUTTON_SEE, Map.of("sku", sku)), new CallbackAction.Card(sku)),
                    CardAnswers.watching(sku, true, messages));
        }
        return buttons.row(products.stream()
                .limit(ProductList.MOST_SHOWN)
                .map(product -> Buttons.tap(product.sku(), new CallbackAction.Card(product.sku())))
                .toList());
    }
}
