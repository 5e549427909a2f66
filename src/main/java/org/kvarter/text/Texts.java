package org.kvarter.text;

import java.text.MessageFormat;
import java.util.Locale;
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
        String pattern = bundle().getString(key);
        return arguments.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, locale()).format(arguments);
    }

    /** Whether {@code key} exists; for keys made from data, such as an enum's name. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(bundleName, locale(), loader, NO_FALLBACK);
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
