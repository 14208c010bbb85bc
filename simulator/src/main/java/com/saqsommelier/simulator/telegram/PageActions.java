package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The buttons and links beside the chats, which whoever starts the stand-in may add. Safe for use by several threads. */
final class PageActions {

    private final List<PageAction> actions = new CopyOnWriteArrayList<>();
    private final List<PageLink> links = new CopyOnWriteArrayList<>();

    private record PageLink(String french, String english, URI address) {}

    void add(PageAction action) {
        actions.add(action);
    }

    void link(String french, String english, URI address) {
        links.add(new PageLink(french, english, address));
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        ArrayNode buttons = json.putArray("actions");
        actions.forEach(action -> buttons.addObject().put("fr", action.french()).put("en", action.english()));
        ArrayNode addresses = json.putArray("links");
        links.forEach(link -> addresses
                .addObject()
                .put("fr", link.french())
                .put("en", link.english())
                .put("url", link.address().toString()));
        return json;
    }

    /**
     * Does what a button does.
     *
     * @throws NoSuchElementException when there is no such button
     * @throws IllegalStateException when it could not be done
     */
    ObjectNode run(int number) {
        if (number < 0 || number >= actions.size()) {
            throw new NoSuchElementException("no action " + number);
        }
        PageAction action = actions.get(number);
        try {
            PageAction.Done done = action.action().run();
            return Json.object().put("fr", done.french()).put("en", done.english());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo is stopping", stopping);
        } catch (Exception failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
