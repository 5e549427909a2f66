package org.kvarter.scene;

/** Light or dark look of everything that is not data. */
public enum Theme {
    LIGHT, DARK
}
