package com.saqsommelier.recommend.question;

/**
 * Something that the bottle is to be like, and not to be.
 *
 * @param name as it was typed
 * @param cheaper whether it is to cost less than that
 */
public record LikeThis(String name, boolean cheaper) {}
