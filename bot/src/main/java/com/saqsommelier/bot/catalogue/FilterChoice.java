package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.FacetsView;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.NameCode;
import com.saqsommelier.bot.filter.Order;
import com.saqsommelier.bot.filter.Panel;
import com.saqsommelier.bot.filter.PriceBand;
import com.saqsommelier.bot.filter.Refinement;
import com.saqsommelier.bot.filter.SizeBand;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Shelf;
import com.saqsommelier.vocabulary.Shelves;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** An open choice below a list: what one may choose, how many products each leaves, and the way back. */
final class FilterChoice {

    private static final int COLUMNS = 2;
    /** With "all" in front they fill the rows. */
    private static final int MOST_ON_A_PAGE = 9;

    private final Listing listing;
    private final MatchCounts counts;
    private final Messages messages;
    private final boolean storesAreChosen;
    private final List<InlineKeyboardButton> options = new ArrayList<>();
    private int pages = 1;

    /**
     * A choice.
     *
     * @param storesAreChosen whether the person has stores of their own
     */
    FilterChoice(Listing listing, MatchCounts counts, boolean storesAreChosen, Messages messages) {
        this.listing = listing;
        this.counts = counts;
        this.storesAreChosen = storesAreChosen;
        this.messages = messages;
    }

    /** Adds the rows below a list. */
    void add(Buttons buttons) {
        Filters filters = listing.filters();
        switch (listing.choice().panel()) {
            case KINDS -> kinds(filters);
            case FAMILIES -> families(filters);
            case PRICES -> prices(filters);
            case COUNTRIES -> countries(filters);
            case AVAILABILITY -> availability(filters);
            case ORDER -> order(filters);
            case MORE -> more(filters);
            case GRAPES -> named(NameTheme.GRAPES, counts.facets().grapes(), filters.more()::ofGrape);
            case REGIONS -> named(NameTheme.REGIONS, wholeRegions(), filters.more()::from);
            case TASTES -> named(NameTheme.TASTES, counts.facets().tasteTags(), filters.more()::tasting);
            case SIZES -> sizes(filters);
            case CLOSED -> throw new IllegalArgumentException("No choice is open");
        }
        for (int from = 0; from < options.size(); from += COLUMNS) {
            buttons.row(List.copyOf(options.subList(from, Math.min(from + COLUMNS, options.size()))));
        }
        turn(buttons);
        buttons.row(Buttons.tap(messages.plain(Phrase.FILTER_BACK), new CallbackAction.Browse(back())));
    }

    private Listing back() {
        return switch (listing.choice().panel()) {
            case FAMILIES -> listing.choosing(Panel.KINDS, 1);
            case GRAPES, REGIONS, TASTES, SIZES -> listing.choosing(Panel.MORE, 1);
            default -> listing.choosing(Panel.CLOSED, 1);
        };
    }

    private void kinds(Filters filters) {
        any(filters.shelf().isEmpty(), messages.plain(Phrase.FILTER_ALL), filters.of(""));
        String chosen = filters.kind().map(Shelf::code).orElse("");
        for (Shelf kind : Shelves.bundled().kinds()) {
            long count = counts.of(kind);
            if (count > 0 || kind.code().equals(chosen)) {
                String label = label(kind.code().equals(chosen), FilterLabels.shelf(kind, messages), count);
                // What has families asks for one at once; the list below shows the whole kind meanwhile.
                Listing next = Shelves.bundled().within(kind.code()).isEmpty()
                        ? listing.with(filters.of(kind.code()))
                        : listing.with(filters.of(kind.code())).thenChoosing(Panel.FAMILIES);
                options.add(Buttons.tap(label, new CallbackAction.Browse(next)));
            }
        }
    }

    private void families(Filters filters) {
        Optional<Shelf> kind = filters.kind();
        if (kind.isEmpty()) {
            kinds(filters);
            return;
        }
        String whole = FilterLabels.shelf(kind.get(), messages);
        any(
                filters.shelf().equals(kind.get().code()),
                messages.plain(Phrase.FILTER_ALL_OF, Map.of("kind", whole)),
                filters.of(kind.get().code()));
        for (Shelf family : Shelves.bundled().within(kind.get().code())) {
            option(
                    filters.shelf().equals(family.code()),
                    FilterLabels.shelf(family, messages),
                    counts.of(family),
                    filters.of(family.code()));
        }
    }

    private void prices(Filters filters) {
        any(filters.price() == PriceBand.ANY, FilterLabels.price(PriceBand.ANY, messages), filters.at(PriceBand.ANY));
        for (PriceBand band : EnumSet.complementOf(EnumSet.of(PriceBand.ANY))) {
            long count = counts.facets().price().histogram().stream()
                    .filter(bar -> band.holds(bar.from()))
                    .mapToLong(FacetsView.Band::count)
                    .sum();
            option(filters.price() == band, FilterLabels.price(band, messages), count, filters.at(band));
        }
    }

    /** The countries that a button can carry, each with its products. */
    private Map<String, Long> byCountry() {
        Map<String, Long> byCountry = new LinkedHashMap<>();
        counts.facets()
                .countries()
                .forEach(country -> Names.bundled()
                        .code(country.value())
                        .ifPresent(code -> byCountry.merge(code, country.count(), Long::sum)));
        return byCountry;
    }

    private void countries(Filters filters) {
        any(filters.country().isEmpty(), messages.plain(Phrase.FILTER_ALL_COUNTRIES), filters.from(""));
        paged(byCountry(), filters.country(), country -> FilterLabels.country(country, messages), filters::from);
    }

    /** The other filters, each with what is chosen. */
    private void more(Filters filters) {
        Refinement more = filters.more();
        opening(Panel.GRAPES, Phrase.FILTER_GRAPE, NameTheme.GRAPES, more.grape());
        opening(Panel.REGIONS, Phrase.FILTER_REGION, NameTheme.REGIONS, more.region());
        opening(Panel.TASTES, Phrase.FILTER_TASTE, NameTheme.TASTES, more.taste());
        options.add(Buttons.tap(
                more.size() == SizeBand.ANY
                        ? messages.plain(Phrase.FILTER_SIZE)
                        : "✓ " + FilterLabels.size(more.size(), messages),
                new CallbackAction.Browse(listing.choosing(Panel.SIZES, 1))));
        long organic = counts.facets().features().stream()
                .filter(feature -> ListingQuery.organic(feature.value()))
                .mapToLong(FacetsView.Value::count)
                .sum();
        option(
                more.organic(),
                messages.plain(Phrase.FILTER_ORGANIC),
                organic,
                filters.refined(more.organic(!more.organic())));
    }

    private void opening(Panel panel, Phrase phrase, NameTheme theme, String chosen) {
        String label = chosen.isEmpty() ? messages.plain(phrase) : "✓ " + FilterLabels.named(theme, chosen, messages);
        options.add(Buttons.tap(label, new CallbackAction.Browse(listing.choosing(panel, 1))));
    }

    private void named(NameTheme theme, List<FacetsView.Value> values, Function<String, Refinement> with) {
        Refinement more = listing.filters().more();
        String chosen = switch (theme) {
            case GRAPES -> more.grape();
            case REGIONS -> more.region();
            default -> more.taste();
        };
        any(
                chosen.isEmpty(),
                messages.plain(Phrase.FILTER_ANY),
                listing.filters().refined(with.apply("")));
        Map<String, Long> byCode = new LinkedHashMap<>();
        values.forEach(value ->
                NameCode.of(theme, value.value()).ifPresent(code -> byCode.merge(code, value.count(), Long::sum)));
        paged(
                byCode,
                chosen,
                code -> FilterLabels.named(theme, code, messages),
                code -> listing.filters().refined(with.apply(code)));
    }

    /** Those that are no part of another. */
    private List<FacetsView.Value> wholeRegions() {
        return counts.facets().regions().stream()
                .filter(region -> region.parent() == null)
                .map(region -> new FacetsView.Value(region.value(), region.count()))
                .toList();
    }

    private void sizes(Filters filters) {
        Refinement more = filters.more();
        for (SizeBand band : SizeBand.values()) {
            if (band == SizeBand.ANY) {
                any(more.size() == band, FilterLabels.size(band, messages), filters.refined(more.sized(band)));
                continue;
            }
            long count = counts.facets().sizes().stream()
                    .filter(size -> band.holds(Integer.parseInt(size.value())))
                    .mapToLong(FacetsView.Value::count)
                    .sum();
            option(more.size() == band, FilterLabels.size(band, messages), count, filters.refined(more.sized(band)));
        }
    }

    /** A page of values that are too many for a screen, each with its products. */
    private void paged(
            Map<String, Long> values, String chosen, Function<String, String> label, Function<String, Filters> next) {
        pages = Math.ceilDiv(values.size(), MOST_ON_A_PAGE);
        values.entrySet().stream()
                .skip((listing.choice().page() - 1L) * MOST_ON_A_PAGE)
                .limit(MOST_ON_A_PAGE)
                .forEach(value -> option(
                        value.getKey().equals(chosen),
                        label.apply(value.getKey()),
                        value.getValue(),
                        next.apply(value.getKey())));
    }

    private void turn(Buttons buttons) {
        int page = listing.choice().page();
        if (pages > 1) {
            List<InlineKeyboardButton> row = new ArrayList<>();
            if (page > 1) {
                row.add(turning("◀", page - 1));
            }
            row.add(Buttons.tap(
                    messages.plain(Phrase.PAGE_OF, Map.of("page", page, "pages", pages)),
                    new CallbackAction.Nothing()));
            if (page < pages) {
                row.add(turning("▶", page + 1));
            }
            buttons.row(row);
        }
    }

    private InlineKeyboardButton turning(String label, int page) {
        return Buttons.tap(
                label,
                new CallbackAction.Browse(listing.choosing(listing.choice().panel(), page)));
    }

    private void availability(Filters filters) {
        Set<Availability> offered = EnumSet.allOf(Availability.class);
        if (listing.source() != Source.SEARCH) {
            offered.remove(Availability.ONLINE);
        }
        if (!storesAreChosen) {
            offered.remove(Availability.MY_STORES);
        }
        for (Availability availability : offered) {
            // Shown even where nothing is left: that the bottle is in none of my stores is an answer too.
            options.add(Buttons.tap(
                    label(
                            filters.availability() == availability,
                            FilterLabels.availability(availability, listing.source(), messages),
                            counts.of(availability)),
                    new CallbackAction.Browse(listing.with(filters.where(availability)))));
        }
        if (!storesAreChosen) {
            options.add(Buttons.tap(messages.plain(Phrase.WHERE_CHOOSE_STORES), new CallbackAction.MyStores()));
        }
    }

    private void order(Filters filters) {
        for (Order order : Order.values()) {
            if (listing.source() == Source.NEW && order == Order.NEWEST) {
                continue;
            }
            any(filters.order() == order, FilterLabels.order(order, listing.source(), messages), filters.in(order));
        }
    }

    private void any(boolean chosen, String label, Filters next) {
        options.add(Buttons.tap((chosen ? "✓ " : "") + label, new CallbackAction.Browse(listing.with(next))));
    }

    /** Hidden where it would leave nothing. */
    private void option(boolean chosen, String label, long count, Filters next) {
        if (count > 0 || chosen) {
            options.add(Buttons.tap(label(chosen, label, count), new CallbackAction.Browse(listing.with(next))));
        }
    }

    private String label(boolean chosen, String label, long count) {
        return (chosen ? "✓ " : "") + label + " (" + Numbers.count(count, messages.language()) + ")";
    }
}
