package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do in the chats, and what the bot is told of it; {@link InlineMode} has the rest.
 *
 * <p>In a group the bot is told what a bot in privacy mode is told, which is how BotFather makes one: commands, answers to
 * its messages, and what was sent through it.
 *
 * @see <a href="https://core.telegram.org/bots/features#privacy-mode">Privacy mode</a>
 */
final class PeopleSide {

    private static final int LONGEST_TEXT = 4_096;

    private final Messenger messenger;

    PeopleSide(Messenger messenger) {
        this.messenger = messenger;
    }

    /** Makes the person known, or changes what is known of them. Their chat is empty until they write. */
    void join(TelegramUser user) {
        messenger.locked(() -> {
            messenger.opened(user.id(), id -> new Chat(user)).welcome(user);
            messenger.chats().stream().filter(chat -> chat.has(user)).forEach(chat -> chat.welcome(user));
            return user;
        });
    }

    /** Makes a group with the bot and that person in it, or lets the person into it. */
    void openGroup(long id, String title, TelegramUser member) {
        messenger.locked(() -> {
            messenger.opened(id, newId -> Chat.group(newId, title)).welcome(member);
            return id;
        });
    }

    /**
     * A person writes.
     *
     * @param repliedTo the message that it answers, or 0
     * @throws IllegalArgumentException for an empty text or one over 4,096 characters
     * @throws IllegalStateException when the person blocked the bot
     * @throws NoSuchElementException when the answered message is gone
     */
    long write(long chatId, TelegramUser author, String text, long repliedTo) {
        FormattedText content = checked(text);
        return messenger.locked(() -> {
            Chat chat = messenger.known(chatId);
            Post answered = repliedTo == 0 ? null : message(chat, repliedTo).withoutReply();
            return receive(chat, draft(author, content, null, answered, Origin.WRITTEN));
        });
    }

    /** A person sends something else than a text; see {@link #write} for what can go wrong. */
    long send(long chatId, TelegramUser author, Attachment attachment, String caption) {
        FormattedText content = FormattedText.plain(caption).fixed().withFoundEntities();
        return messenger.locked(
                () -> receive(messenger.known(chatId), draft(author, content, attachment, null, Origin.WRITTEN)));
    }

    /**
     * A person changes what they wrote.
     *
     * @throws IllegalStateException when somebody else wrote it, or it is not a text
     */
    void edit(long chatId, TelegramUser author, long postId, String text) {
        FormattedText content = checked(text);
        messenger.locked(() -> {
            Chat chat = messenger.known(chatId);
            Post post = message(chat, postId);
            if (post.author() == null || post.author().id() != author.id() || post.attachment() != null) {
                throw new IllegalStateException("message " + postId + " is no text of " + author.firstName());
            }
            Post changed = post.withContent(content, post.markup(), null, messenger.now());
            messenger.change(chat, changed);
            tell("edited_message", chat, changed);
            return postId;
        });
    }

    /** A person forwards a message of one chat into another. */
    long forward(long fromChatId, long postId, long toChatId, TelegramUser person) {
        return messenger.locked(() -> {
            Post post = message(messenger.known(fromChatId), postId);
            return receive(
                    messenger.known(toChatId),
                    draft(person, post.content(), post.attachment(), null, Origin.forwardOf(post)));
        });
    }

    private Post draft(
            TelegramUser author,
            FormattedText content,
            @Nullable Attachment attachment,
            @Nullable Post answered,
            Origin origin) {
        return new Post(
                messenger.nextPostId(),
                author,
                messenger.now(),
                null,
                content,
                attachment,
                null,
                answered,
                origin,
                null);
    }

    /** Takes a message of a person into its chat and tells the bot. */
    long receive(Chat chat, Post post) {
        if (chat.blocked && !chat.isGroup()) {
            throw new IllegalStateException("the bot is blocked in chat " + chat.id());
        }
        chat.started = true;
        if (chat.keyboard != null && chat.keyboard.oneTime()) {
            chat.keyboard = null;
        }
        messenger.keep(chat, post);
        tell("message", chat, post);
        return post.id();
    }

    private void tell(String kind, Chat chat, Post post) {
        if (!chat.isGroup() || (!chat.blocked && BotIdentity.isToldInGroups(post))) {
            messenger.updates().publish(kind, post.json(chat, messenger.bot()));
        }
    }

    /**
     * A person taps a button with data under a message.
     *
     * @return the id of the tap, which its answer will name
     * @throws NoSuchElementException when there is no such message or button
     * @throws IllegalStateException when the button opens a link
     */
    String tap(long chatId, TelegramUser person, long postId, int row, int column) {
        return messenger.locked(() -> {
            Chat chat = messenger.known(chatId);
            Post post = chat.posts.get(postId);
            if (post == null || !(post.markup() instanceof ReplyMarkup.Inline(List<List<InlineButton>> rows))) {
                throw new NoSuchElementException("message " + postId + " of chat " + chatId + " has no buttons");
            }
            if (row < 0
                    || row >= rows.size()
                    || column < 0
                    || column >= rows.get(row).size()) {
                throw new NoSuchElementException("message " + postId + " has no button " + row + "," + column);
            }
            String data = rows.get(row)
                    .get(column)
                    .data()
                    .orElseThrow(() -> new IllegalStateException("the button opens a link; the bot learns nothing"));
            String id = messenger.callbacks().add(chatId, messenger.now());
            ObjectNode query = Json.object().put("id", id);
            query.set("from", person.json());
            // Of what was sent through it, a bot learns no chat: only the name under which it may edit the message.
            if (post.origin().inlineMessageId() != null) {
                query.put("inline_message_id", post.origin().inlineMessageId());
            } else {
                query.set("message", post.json(chat, messenger.bot()));
            }
            query.put("chat_instance", "" + chatId * 31).put("data", data);
            messenger.updates().publish("callback_query", query);
            return id;
        });
    }

    /**
     * A person blocks the bot in their chat, or puts it out of a group, or lets it back in; the bot is told by
     * {@code my_chat_member}.
     *
     * @see <a href="https://core.telegram.org/bots/api#chatmemberupdated">ChatMemberUpdated</a>
     */
    void block(long chatId, TelegramUser person, boolean blocked) {
        messenger.locked(() -> {
            Chat chat = messenger.known(chatId);
            if (chat.blocked != blocked) {
                chat.blocked = blocked;
                ObjectNode change = Json.object();
                change.set("chat", chat.json());
                change.set("from", person.json());
                change.put("date", messenger.now().getEpochSecond());
                change.set("old_chat_member", membership(!blocked));
                change.set("new_chat_member", membership(blocked));
                messenger.updates().publish("my_chat_member", change);
                messenger
                        .events()
                        .publish(chatId, ChatEvents.Kind.BLOCKED, Json.object().put("blocked", blocked), null);
            }
            return chat;
        });
    }

    private ObjectNode membership(boolean blocked) {
        ObjectNode member = Json.object();
        member.set("user", messenger.bot());
        return blocked ? member.put("status", "kicked").put("until_date", 0) : member.put("status", "member");
    }

    private static FormattedText checked(String text) {
        FormattedText content = FormattedText.plain(text).fixed().withFoundEntities();
        if (content.text().isEmpty() || content.text().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a message has 1 to " + LONGEST_TEXT + " characters, not "
                    + content.text().length());
        }
        return content;
    }

    private static Post message(Chat chat, long postId) {
        Post post = chat.posts.get(postId);
        if (post == null) {
            throw new NoSuchElementException("no message " + postId + " in chat " + chat.id());
        }
        return post;
    }
}
