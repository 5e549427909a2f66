package org.kvarter.ui.settings;

import java.util.Locale;

/** A language of the window, with the customs of numbers and dates that go with it. */
public enum Language {
    ENGLISH("English", Locale.UK),
    SWEDISH("Svenska", Locale.forLanguageTag("sv-SE"));

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /** Its name in itself, so that people find it in any language. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The language of a locale; English where there is no translation. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(SWEDISH.locale.getLanguage()) ? SWEDISH : ENGLISH;
    }
}
