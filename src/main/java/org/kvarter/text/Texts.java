package org.kvarter.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences of one package in the language of the display locale ({@link Locale.Category#DISPLAY}).
 *
 * <p>A package keeps its sentences in {@code messages.properties} (English) and {@code messages_sv.properties} (Swedish, both
 * UTF-8) beside its classes. Values with arguments follow {@link MessageFormat}, in which a lone apostrophe is doubled.
 * Immutable and thread-safe; the locale is read at each call, so that a changed language shows at once.
 */
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Languages in which all sentences are there. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("sv"));

    private final String bundleName;
    private final ClassLoader loader;

    private Texts(Class<?> owner) {
        this.bundleName = owner.getPackageName() + ".messages";
        this.loader = owner.getClassLoader();
    }

    /** The sentences of the package in which {@code owner} lives. */
    public static Texts in(Class<?> owner) {
        return new Texts(owner);
    }

    /**
     * The sentence under {@code key} with {@code arguments} put in.
     *
     * @throws MissingResourceException when the key is in no language: a programmer's error, found by the bundle test
     */
    public String get(String key, Object... arguments) {
        return get(locale(), key, arguments);
    }

    /**
     * The sentence under {@code key} in every language there is, for names that outlive a change of the language.
     *
     * @param arguments put in; a {@link LocalText} in the language of the sentence
     */
    public LocalText everywhere(String key, Object... arguments) {
        Map<String, String> byLanguage = new HashMap<>();
        for (Locale language : LANGUAGES) {
            Object[] worded = Arrays.stream(arguments).map(a -> a instanceof LocalText words ? words.in(language) : a).toArray();
            byLanguage.put(language.getLanguage(), get(language, key, worded));
        }
        return new LocalText(byLanguage);
    }

    /** Whether {@code key} exists; for keys made from data, such as an enum's name. */
    public boolean has(String key) {
        return bundle(locale()).containsKey(key);
    }

    private String get(Locale language, String key, Object... arguments) {
        String pattern = bundle(language).getString(key);
        return arguments.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, language).format(arguments);
    }

    private ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(bundleName, language, loader, NO_FALLBACK);
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
