package com.saqsommelier.simulator.telegram;

/**
 * The message that another one is to answer.
 *
 * @param optional whether to send even where it is gone
 * @see <a href="https://core.telegram.org/bots/api#replyparameters">ReplyParameters</a>
 */
record Reply(long postId, boolean optional) {}
