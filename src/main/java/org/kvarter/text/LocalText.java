package org.kvarter.text;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Words that a person wrote, in one or several languages. Immutable.
 *
 * @param byLanguage text by language tag, such as {@code en} or {@code sv}; the tag is empty where no language is stated. Never blank texts
 */
public record LocalText(Map<String, String> byLanguage) {

    /** No words. */
    public static final LocalText EMPTY = new LocalText(Map.of());

    public LocalText {
        Map<String, String> kept = new TreeMap<>();
        byLanguage.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language.trim().toLowerCase(Locale.ROOT), text);
            }
        });
        byLanguage = Collections.unmodifiableMap(kept);
    }

    /** Words whose language is not stated. */
    public static LocalText of(String text) {
        return new LocalText(Map.of("", text));
    }

    /** Words in a language. */
    public static LocalText of(Locale language, String text) {
        return new LocalText(Map.of(language.getLanguage(), text));
    }

    /** The words in {@code locale}'s language; where there are none, those without a language, then English, then any; or else empty. */
    public String in(Locale locale) {
        for (String language : new String[] {locale.getLanguage(), "", "en"}) {
            if (byLanguage.containsKey(language)) {
                return byLanguage.get(language);
            }
        }
        return byLanguage.values().stream().findFirst().orElse("");
    }

    /** The words in the display language. */
    public String shown() {
        return in(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** Whether words are there, but none in {@code locale}'s language although a language is stated. */
    public boolean isBorrowed(Locale locale) {
        return !isEmpty() && !byLanguage.containsKey("") && !byLanguage.containsKey(locale.getLanguage());
    }

    /** These words, each changed the same way. */
    public LocalText map(UnaryOperator<String> change) {
        Map<String, String> after = new TreeMap<>();
        byLanguage.forEach((language, text) -> after.put(language, change.apply(text)));
        return new LocalText(after);
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** These words with others in {@code locale}'s language; words without a stated language are replaced and stay without one. */
    public LocalText with(Locale locale, String text) {
        Map<String, String> after = new TreeMap<>(byLanguage);
        after.put(after.containsKey("") ? "" : locale.getLanguage(), text);
        return new LocalText(after);
    }
}
