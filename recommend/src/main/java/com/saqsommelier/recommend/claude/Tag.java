package com.saqsommelier.recommend.claude;

/** Marks off what others wrote, so that it cannot be taken for a part of the prompt. */
final class Tag {

    private Tag() {}

    /** A text between tags; what would close or open one in it is taken out. */
    static String of(String name, String text) {
        return "<" + name + ">\n" + plain(text) + "\n</" + name + ">";
    }

    /** Without angle brackets and control characters. */
    static String plain(String text) {
        return text.replace('<', '‹').replace('>', '›').replaceAll("[\\p{Cc}&&[^\\n]]", " ");
    }
}
