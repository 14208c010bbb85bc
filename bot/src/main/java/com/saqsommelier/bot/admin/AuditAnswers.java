package com.saqsommelier.bot.admin;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.VisitLog;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last commands, for administrators. */
public final class AuditAnswers {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("America/Toronto"));

    private final Contract backend;

    /** Answers out of a backend. */
    public AuditAnswers(Contract backend) {
        this.backend = backend;
    }

    /**
     * The last commands: of one person where there is one, else of everybody.
     *
     * @param users Telegram's numbers; only the first counts
     */
    public Reply latest(List<Long> users, ChatUser admin) {
        String whose = users.stream().findFirst().map(ChatUser::userId).orElse(null);
        List<VisitLog.Line> lines = backend.visits().list(whose, SHOWN).visits();
        Messages messages = admin.messages();
        Map<String, String> names = lines.isEmpty()
                ? Map.of()
                : AccessAnswers.names(backend.access().list().access());
        return Reply.of(lines.stream()
                .map(line -> line(line, names, messages))
                .reduce(
                        messages.say(lines.isEmpty() ? Phrase.AUDIT_NONE : Phrase.AUDIT_HEADING),
                        (before, next) -> before.plus("\n").plus(next)));
    }

    private static Html line(VisitLog.Line line, Map<String, String> names, Messages messages) {
        Html who = ChatUser.isOne(line.userId())
                ? AccessAnswers.person(ChatUser.chat(line.userId()), names.get(line.userId()))
                : Html.escaped(line.userId());
        Long took = line.milliseconds();
        return messages.say(
                Phrase.AUDIT_LINE,
                Map.of(
                        "time",
                        TIME.format(line.begunAt()),
                        "user",
                        who,
                        "command",
                        line.command(),
                        "outcome",
                        messages.plain(outcome(line.outcome())),
                        "took",
                        took == null ? -1 : took));
    }

    private static Phrase outcome(@Nullable VisitOutcome outcome) {
        if (outcome == null) {
            return Phrase.AUDIT_OPEN;
        }
        return switch (outcome) {
            case ANSWERED -> Phrase.AUDIT_ANSWERED;
            case TURNED_AWAY -> Phrase.AUDIT_TURNED_AWAY;
            case UNAVAILABLE -> Phrase.AUDIT_UNAVAILABLE;
            case FAILED -> Phrase.AUDIT_FAILED;
        };
    }
}
