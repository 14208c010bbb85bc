package com.saqsommelier.simulator.telegram;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a message can be instead of a text. Of Telegram's many kinds, those that people send to a bot that asked for none.
 *
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
public sealed interface Attachment permits Location, Sticker, Voice, Photo {

    /** Adds itself to a message. */
    void describe(ObjectNode message);
}
