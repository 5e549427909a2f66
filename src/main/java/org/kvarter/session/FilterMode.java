package org.kvarter.session;

/** What happens to the features a filter leaves out. */
public enum FilterMode {
    FADE, HIDE
}
