package com.saqsommelier.bot.filter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person is in a list: all that a button below it must carry, but for the words of a search, which do not fit and
 * stand in the message.
 *
 * <p>Written as {@code s:vr.FR.b.o.a:+k:12}: source, filters, whether the products are looked up again with the open choice
 * and its page, page.
 *
 * @param page from 1
 * @param choice the open choice and its page
 * @param again whether the products are looked up again; if not, only the choice below them opens or closes
 */
public record Listing(Source source, Filters filters, int page, Choice choice, boolean again) {

    private static final Pattern CHOICE = Pattern.compile("([+-])([a-z]?)([1-9]\\d?)?");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");
    private static final int PARTS = 4;

    /**
     * What can be chosen below a list.
     *
     * @param page from 1, of a choice that does not fit on the screen
     */
    public record Choice(Panel panel, int page) {

        /** Nothing. */
        public static final Choice NONE = new Choice(Panel.CLOSED, 1);
    }

    /** The first page of everything. */
    public static Listing of(Source source) {
        return new Listing(source, Filters.NONE, 1, Choice.NONE, true);
    }

    /** Another page. */
    public Listing at(int page) {
        return new Listing(source, filters, page, Choice.NONE, true);
    }

    /** Filtered otherwise, from the first page. */
    public Listing with(Filters filters) {
        return new Listing(source, filters, 1, Choice.NONE, true);
    }

    /** The same products with a choice below them. */
    public Listing choosing(Panel panel, int page) {
        return new Listing(source, filters, this.page, new Choice(panel, page), false);
    }

    /** Filtered otherwise, with another choice below. */
    public Listing thenChoosing(Panel panel) {
        return new Listing(source, filters, page, new Choice(panel, 1), true);
    }

    /** As text for a button, at most 25 characters, or 44 where there is a {@link Refinement}. */
    public String code() {
        return source.code() + ":" + filters.code() + ":" + (again ? "+" : "-")
                + choice.panel().code() + (choice.page() == 1 ? "" : choice.page()) + ":" + page;
    }

    /** What was written; empty for what this bot never wrote. */
    public static Optional<Listing> of(List<String> parts) {
        if (parts.size() != PARTS || !PAGE.matcher(parts.get(3)).matches()) {
            return Optional.empty();
        }
        Matcher choice = CHOICE.matcher(parts.get(2));
        if (!choice.matches()) {
            return Optional.empty();
        }
        Optional<Source> source = Filters.coded(Source.values(), Source::code, parts.get(0));
        Optional<Filters> filters = Filters.of(List.of(parts.get(1).split("\\.", -1)));
        Optional<Panel> panel = Filters.coded(Panel.values(), Panel::code, choice.group(2));
        int panelPage = choice.group(3) == null ? 1 : Integer.parseInt(choice.group(3));
        return source.isPresent() && filters.isPresent() && panel.isPresent()
                ? Optional.of(new Listing(
                        source.get(),
                        filters.get(),
                        Integer.parseInt(parts.get(3)),
                        new Choice(panel.get(), panelPage),
                        choice.group(1).equals("+")))
                : Optional.empty();
    }
}
