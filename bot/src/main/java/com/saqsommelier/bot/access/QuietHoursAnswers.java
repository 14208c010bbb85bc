package com.saqsommelier.bot.access;

import com.saqsommelier.api.UserView;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.command.QuietHoursArgument;
import com.saqsommelier.bot.language.Clock;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** The hours in which a person wants to hear nothing. */
public final class QuietHoursAnswers {

    private static final String OFF = "off";
    private static final List<String> USUAL = List.of("21:00-07:00", "22:00-08:00", "23:00-07:00", "23:00-09:00");

    /** Québec but the Îles-de-la-Madeleine, and these. */
    private static final Map<String, Phrase> CLOCKS =
            Map.of("America/Toronto", Phrase.QUIET_CLOCK_MONTREAL, "America/Halifax", Phrase.QUIET_CLOCK_ISLANDS);

    private final People people;

    /** Quiet hours of these people. */
    public QuietHoursAnswers(People people) {
        this.people = people;
    }

    /** What the quiet hours are, with buttons to change them. */
    public Reply show(ChatUser chatUser) {
        return shown(people.view(chatUser), chatUser.messages());
    }

    /** Other hours, and what they are now. */
    public Reply choose(CallbackAction.Quiet tap, ChatUser chatUser) {
        return shown(people.quiet(chatUser, tap.hours(), null), chatUser.messages());
    }

    /** Hours that a person wrote, and what they are now; what is no hours is said, with buttons to choose. */
    public Reply set(String words, ChatUser chatUser) {
        return QuietHoursArgument.read(words)
                .map(hours -> shown(people.quiet(chatUser, hours, null), chatUser.messages()))
                .orElseGet(() -> {
                    Messages messages = chatUser.messages();
                    Reply shown = show(chatUser);
                    return new Reply(
                            messages.say(Phrase.QUIET_NOT_READ, Map.of("words", words))
                                    .plus("\n\n")
                                    .plus(shown.text()),
                            shown.keyboard());
                });
    }

    /** Another clock, and what the hours are by it. */
    public Reply choose(CallbackAction.QuietClock tap, ChatUser chatUser) {
        return shown(people.quiet(chatUser, null, tap.zone()), chatUser.messages());
    }

    private static Reply shown(UserView person, Messages messages) {
        String hours = person.quietHours();
        Html text = hours == null
                ? messages.say(Phrase.QUIET_OFF)
                : messages.say(
                        Phrase.QUIET_ON,
                        Map.of(
                                "begin",
                                Clock.time(begin(hours), messages.language()),
                                "end",
                                Clock.time(end(hours), messages.language())));
        Buttons buttons = new Buttons();
        for (int first = 0; first < USUAL.size(); first += 2) {
            buttons.row(USUAL.subList(first, first + 2).stream()
                    .map(usual -> button(usual, usual.equals(hours), messages))
                    .toList());
        }
        buttons.row(Buttons.tap(
                ticked(messages.plain(Phrase.BUTTON_QUIET_OFF), hours == null), new CallbackAction.Quiet(OFF)));
        if (hours != null) {
            buttons.row(CLOCKS.keySet().stream()
                    .sorted()
                    .map(zone -> Buttons.tap(
                            ticked(messages.plain(phrase(zone)), zone.equals(person.timeZone())),
                            new CallbackAction.QuietClock(zone)))
                    .toList());
        }
        return new Reply(text, buttons.markup());
    }

    private static InlineKeyboardButton button(String hours, boolean chosen, Messages messages) {
        String label = messages.plain(
                Phrase.BUTTON_QUIET,
                Map.of(
                        "begin",
                        Clock.time(begin(hours), messages.language()),
                        "end",
                        Clock.time(end(hours), messages.language())));
        return Buttons.tap(ticked(label, chosen), new CallbackAction.Quiet(hours));
    }

    private static Phrase phrase(String zone) {
        return CLOCKS.getOrDefault(zone, Phrase.QUIET_CLOCK_MONTREAL);
    }

    private static String ticked(String label, boolean chosen) {
        return chosen ? "✅ " + label : label;
    }

    private static LocalTime begin(String hours) {
        return LocalTime.parse(hours.substring(0, hours.indexOf('-')));
    }

    private static LocalTime end(String hours) {
        return LocalTime.parse(hours.substring(hours.indexOf('-') + 1));
    }
}
