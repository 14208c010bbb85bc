package com.saqsommelier.recommend.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the word that was meant by a mistyped one: the nearest by edits (a letter more, less, other, or two exchanged), or one
 * that sounds the same. How many edits are allowed grows with the length: two letters exchanged below six, 1 edit up to seven letters, 2 up to ten, 3 beyond.
 */
final class Spelling {

    private static final int SHORTEST = 4;

    private final Map<Integer, List<Entry>> byLength = new HashMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();

    private record Entry(String word, String sound) {}

    /** @param words keys that may be meant */
    Spelling(Set<String> words) {
        for (String word : words) {
            if (word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter)) {
                Entry entry = new Entry(word, sound(word));
                byLength.computeIfAbsent(word.length(), key -> new ArrayList<>())
                        .add(entry);
                if (entry.sound().length() >= SHORTEST) {
                    bySound.computeIfAbsent(entry.sound(), key -> new ArrayList<>())
                            .add(word);
                }
            }
        }
    }

    /** The long word that sounds the same: dictionaries hold some misspellings of grapes, and brands. */
    Optional<String> soundingAlike(String typed) {
        return typed.length() < LONG
                ? Optional.empty()
                : bySound.getOrDefault(sound(typed), List.of()).stream().findFirst();
    }

    /** The word that was meant; empty where none is near enough. */
    Optional<String> meant(String typed) {
        if (typed.length() < SHORTEST || !typed.chars().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        String sound = sound(typed);
        if (sound.length() >= SHORTEST && bySound.containsKey(sound)) {
            return bySound.getOrDefault(sound, List.of()).stream()
                    .min(Comparator.comparingInt((String word) -> edits(typed, word, MANY))
                            .thenComparing(word -> word));
        }
        return near(typed, sound).stream().findFirst();
    }

    /** Every word that may have been meant by a mistyped one, the nearest first. */
    List<String> near(String typed) {
        return typed.length() < SHORTEST || !typed.chars().allMatch(Character::isLetter)
                ? List.of()
                : near(typed, sound(typed));
    }

    private List<String> near(String typed, String sound) {
        int allowed = typed.length() <= 7 ? 1 : typed.length() <= 10 ? 2 : 3;
        Map<String, Integer> costs = new LinkedHashMap<>();
        // A letter is left out more often than one is put in: the longer words come first.
        for (int length = typed.length() + allowed; length >= typed.length() - allowed; length--) {
            for (Entry entry : byLength.getOrDefault(length, List.of())) {
                // A wrong first letter is rarer than another word that happens to end alike.
                if (entry.word().charAt(0) != typed.charAt(0)) {
                    continue;
                }
                int edits = edits(typed, entry.word(), allowed);
                if (edits > allowed) {
                    continue;
                }
                if (typed.length() < LONG_ENOUGH && !isExchange(typed, entry.word())) {
                    // Among short words one letter makes another word: place and plage.
                    continue;
                }
                // Of two that are as near by letters, the one that sounds nearer.
                costs.put(entry.word(), 2 * edits + (edits(sound, entry.sound(), allowed) <= edits - 1 ? -1 : 0));
            }
        }
        return costs.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final int LONG_ENOUGH = 6;
    private static final int LONG = 8;
    private static final int MANY = 6;

    /** Whether two words have the same letters in another order. */
    private static boolean isExchange(String one, String other) {
        return Arrays.equals(
                one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    /** How a word sounds, roughly, to French and English ears alike. */
    static String sound(String word) {
        return word.replaceAll("eau|au", "o")
                .replaceAll("c(?=[eiy])", "s")
                .replaceAll("ph", "f")
                .replaceAll("gn|ni(?=[aeo])", "n")
                .replaceAll("qu|ck|ch(?=r|l)|k", "c")
                .replaceAll("ai|ei|ay|ey", "e")
                .replace('y', 'i')
                .replaceAll("[sz]", "s")
                .replaceAll("t[sz]", "s")
                .replaceAll("h", "")
                .replaceAll("(.)\\1+", "$1")
                .replaceAll("(?<=..)(?:e|s|t|x|es)$", "");
    }

    /** Optimal string alignment distance; more than {@code most} is returned as {@code most + 1}. */
    private static int edits(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            before = last;
            last = row;
        }
        return Math.min(last[other.length()], most + 1);
    }
}
