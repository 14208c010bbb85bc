package com.saqsommelier.recommend.question;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in two words what a question in plain letters says in one: {@code unoaked} is "not oaky". */
final class Rewording {

    private static final List<Map.Entry<Pattern, String>> WORDS = List.of(
            Map.entry(
                    Pattern.compile(
                            "\\b(?:unoaked|un-oaked|non[- ]boisee?s?|(?:sans|pas de|aucun|no|without|zero) (?:gout de |du )?(?:bois|fut|oak|barrique|chene|barrels?)|oak[- ]free)\\b"),
                    "pas boise"),
            Map.entry(Pattern.compile("\\b(?:unsweetened|un-?sweet|non[- ]sucree?s?)\\b"), "pas sucre"),
            Map.entry(
                    Pattern.compile(
                            "\\b(?:sans|peu de|low|no|without|faible en|low in) (?:harsh |rough |big |hard |tough )?(?:tann?ins?)\\b"),
                    "pas tannique"),
            Map.entry(
                    Pattern.compile(
                            "\\b(?:sans|no|without) bulles?\\b|\\bnon[- ]sparkling\\b|\\bstill wine\\b|\\bvin tranquille\\b"),
                    "pas de bulles"),
            Map.entry(Pattern.compile("\\bno bubbles?\\b"), "pas de bulles"),
            // "Ici" is a place where nothing says until when.
            Map.entry(
                    Pattern.compile(
                            "\\b(?:d'ici|de chez nous|locale?s?|locaux|made here|from here)\\b(?! (?:a |au |la |le |un|une|deux|ce |demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|noel|\\d|restaurant|store|saq))"),
                    "du quebec"));

    private Rewording() {}

    static String of(String plain) {
        String text = plain;
        for (Map.Entry<Pattern, String> word : WORDS) {
            text = word.getKey().matcher(text).replaceAll(word.getValue());
        }
        return text;
    }
}
