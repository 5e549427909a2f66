package org.kvarter.ui.study;

/** What can be studied. */
public enum Study {
    SUN_HOURS, FLOOR_AREAS, VIEW
}
