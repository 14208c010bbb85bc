package com.saqsommelier.simulator.telegram;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One person in one chat with the bot: what the chat page does, for tests. Safe for use by several threads.
 *
 * <p>To wait for what the bot does, take a {@link #mark} first, then act, then wait from that mark: what the bot did in
 * between is not missed.
 */
public final class Conversation {

    private final Messenger messenger;
    private final PeopleSide people;
    private final InlineMode inline;
    private final long chatId;
    private final TelegramUser user;
    private final Predicate<ChatMessage> overlooked;

    Conversation(Messenger messenger, PeopleSide people, InlineMode inline, long chatId, TelegramUser user) {
        this(messenger, people, inline, chatId, user, any -> false);
    }

    private Conversation(
            Messenger messenger,
            PeopleSide people,
            InlineMode inline,
            long chatId,
            TelegramUser user,
            Predicate<ChatMessage> overlooked) {
        this.messenger = messenger;
        this.people = people;
        this.inline = inline;
        this.chatId = chatId;
        this.user = user;
        this.overlooked = overlooked;
    }

    /** The same, where whoever waits for any message of the bot does not take such a one for it. */
    public Conversation overlooking(Predicate<ChatMessage> messages) {
        return new Conversation(messenger, people, inline, chatId, user, messages);
    }

    /** The chat's id as the bot knows it. */
    public long chatId() {
        return chatId;
    }

    /** The person. */
    public TelegramUser user() {
        return user;
    }

    /**
     * Writes to the bot.
     *
     * @throws IllegalArgumentException for an empty text or one over 4,096 characters
     * @throws IllegalStateException when the bot is blocked
     */
    public void send(String text) {
        people.write(chatId, user, text, 0);
    }

    /**
     * Writes an answer to a message.
     *
     * @throws NoSuchElementException when that message is gone
     */
    public void reply(ChatMessage message, String text) {
        people.write(chatId, user, text, message.id());
    }

    /**
     * Changes what the person wrote.
     *
     * @throws IllegalStateException when somebody else wrote it, or it is not a text
     */
    public void edit(ChatMessage message, String text) {
        people.edit(chatId, user, message.id(), text);
    }

    /** Forwards a message of this chat into another, in this person's name. */
    public void forward(ChatMessage message, Conversation target) {
        people.forward(chatId, message.id(), target.chatId, user);
    }

    /** Sends a sticker, a voice message, a photo or a place, without a caption. */
    public void send(Attachment attachment) {
        people.send(chatId, user, attachment, "");
    }

    /**
     * Taps an inline button.
     *
     * @param message as the person sees it; its buttons may be older than those the bot has put there since
     * @param buttonText the label; the first of that name is meant
     * @return the id of the tap, for {@link #awaitAnswer}
     * @throws NoSuchElementException when there is no such message or button any more
     * @throws IllegalStateException when the button opens a link
     */
    public String tap(ChatMessage message, String buttonText) {
        ChatMessage now = messages().stream()
                .filter(candidate -> candidate.id() == message.id())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("message " + message.id() + " is gone"));
        for (int row = 0; row < now.inlineButtons().size(); row++) {
            List<InlineButton> buttons = now.inlineButtons().get(row);
            for (int column = 0; column < buttons.size(); column++) {
                if (buttons.get(column).text().equals(buttonText)) {
                    return people.tap(chatId, user, message.id(), row, column);
                }
            }
        }
        throw new NoSuchElementException("no button \"" + buttonText + "\" among " + now.buttonTexts());
    }

    /**
     * Taps a button of the reply keyboard, which sends its label.
     *
     * @throws NoSuchElementException when the keyboard has no such button
     * @throws IllegalStateException when the button asks for a location: use {@link #shareLocation}
     */
    public void tapReply(String buttonText) {
        ReplyButton button = replyKeyboard().stream()
                .flatMap(List::stream)
                .filter(candidate -> candidate.text().equals(buttonText))
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("no button \"" + buttonText + "\" in " + replyKeyboard()));
        if (button.requestLocation()) {
            throw new IllegalStateException("the button shares a location, not a text");
        }
        send(button.text());
    }

    /**
     * Shares a place.
     *
     * @param latitude in degrees
     * @param longitude in degrees
     * @throws IllegalArgumentException when out of range
     */
    public void shareLocation(double latitude, double longitude) {
        send(new Location(latitude, longitude));
    }

    /** Blocks the bot; in a group, puts it out. */
    public void block() {
        people.block(chatId, user, true);
    }

    /** Lets the bot write again; in a group, adds it. */
    public void unblock() {
        people.block(chatId, user, false);
    }

    /**
     * Types the bot's name and some words, and waits for what it offers to post here.
     *
     * @param words without the bot's name; may be empty
     * @throws IllegalStateException when no answer comes in time
     */
    public InlineAnswer askInline(String words, Duration limit) throws InterruptedException {
        return askInline(words, "", limit);
    }

    /**
     * The same, going on where an earlier answer ended.
     *
     * @param offset the earlier answer's {@link InlineAnswer#nextOffset()}
     */
    public InlineAnswer askInline(String words, String offset, Duration limit) throws InterruptedException {
        long mark = mark();
        String id = inline.ask(chatId, user, words, offset);
        return await(
                        mark,
                        limit,
                        event -> Optional.of(event.content())
                                .filter(answer -> event.kind() == ChatEvents.Kind.INLINE
                                        && answer.path("inline_query_id")
                                                .asString("")
                                                .equals(id))
                                .map(InlineAnswer::of))
                .orElseThrow(() ->
                        new IllegalStateException("no answer to the inline query \"" + words + "\" within " + limit));
    }

    /**
     * Posts one of the results of an inline query here, in the person's name.
     *
     * @return the posted message
     * @throws NoSuchElementException when there is no such result any more
     */
    public ChatMessage choose(InlineAnswer answer, String resultId) {
        long id = inline.choose(chatId, user, answer.queryId(), resultId);
        return messages().stream()
                .filter(message -> message.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** The newest 500 messages, oldest first. */
    public List<ChatMessage> messages() {
        return messenger.messages(chatId);
    }

    /** The keyboard that the bot put in place of the person's own, by row; empty for none. */
    public List<List<ReplyButton>> replyKeyboard() {
        return messenger.keyboard(chatId).map(ReplyMarkup.Keyboard::rows).orElse(List.of());
    }

    /** The names of the commands that the bot's menu offers this person here. */
    public List<String> commands() {
        return messenger
                .commands(chatId, user.languageCode())
                .valueStream()
                .map(command -> command.path("command").asString())
                .toList();
    }

    /** The point that was reached, to wait from. */
    public long mark() {
        return messenger.events().newest();
    }

    /** Writes and waits for what the bot says to that; see {@link #awaitFromBot(long, Duration)}. */
    public ChatMessage ask(String text, Duration limit) throws InterruptedException {
        long mark = mark();
        send(text);
        return awaitFromBot(mark, limit);
    }

    /**
     * Waits for the first message or edit of the bot after a point, except those that are {@link #overlooking overlooked}.
     *
     * @param limit the longest to wait
     * @throws IllegalStateException when it does not come in time; says what is in the chat
     */
    public ChatMessage awaitFromBot(long mark, Duration limit) throws InterruptedException {
        return awaitFromBot(mark, limit, overlooked.negate());
    }

    /**
     * Waits for the first message or edit of the bot after a point that is as wanted.
     *
     * @param limit the longest to wait
     * @throws IllegalStateException when it does not come in time; says what is in the chat
     */
    public ChatMessage awaitFromBot(long mark, Duration limit, Predicate<ChatMessage> wanted)
            throws InterruptedException {
        return await(
                        mark,
                        limit,
                        event -> Optional.ofNullable(event.message())
                                .filter(ChatMessage::fromBot)
                                .filter(wanted))
                .orElseThrow(() -> new IllegalStateException("no such message of the bot in chat " + chatId + " within "
                        + limit + "; the chat is "
                        + messages().stream().map(ChatMessage::text).toList()));
    }

    /**
     * Waits for the bot's answer to a tap.
     *
     * @param tap what {@link #tap} returned
     * @param mark a point before the tap
     * @param limit the longest to wait
     * @throws IllegalStateException when it does not come in time
     */
    public CallbackAnswer awaitAnswer(String tap, long mark, Duration limit) throws InterruptedException {
        return await(
                        mark,
                        limit,
                        event -> Optional.of(event)
                                .filter(each -> each.kind() == ChatEvents.Kind.ANSWER)
                                .map(ChatEvents.Event::content)
                                .filter(answer -> answer.path("callback_query_id")
                                        .asString("")
                                        .equals(tap))
                                .map(answer -> new CallbackAnswer(
                                        answer.path("text").asString(""),
                                        answer.path("show_alert").asBoolean(false))))
                .orElseThrow(() -> new IllegalStateException("no answer to tap " + tap + " within " + limit));
    }

    private <T> Optional<T> await(long mark, Duration limit, Choice<T> choice) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long after = mark;
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            List<ChatEvents.Event> events = messenger.events().await(chatId, after, left);
            if (events.isEmpty()) {
                return Optional.empty();
            }
            for (ChatEvents.Event event : events) {
                Optional<T> chosen = choice.of(event);
                if (chosen.isPresent()) {
                    return chosen;
                }
            }
            after = events.getLast().sequence();
        }
    }

    @FunctionalInterface
    private interface Choice<T> {
        Optional<T> of(ChatEvents.Event event);
    }
}
