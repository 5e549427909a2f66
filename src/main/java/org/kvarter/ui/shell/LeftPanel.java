package org.kvarter.ui.shell;

/** The panels that share the place on the left: one at a time. */
public enum LeftPanel {
    LAYERS, DATA, SCENARIOS, VIEWPOINTS, SUN, STORY, MOBILITY, PLACING, STUDY
}
