package org.kvarter.ui.settings;

/** Which colours the window wears. */
public enum ThemeChoice {
    LIGHT, DARK, SYSTEM
}
