package org.kvarter.ui.section;

import java.util.Locale;
import org.kvarter.model.Section;

/** How the twin is cut. */
public enum SectionKind {
    OFF, LEVEL, UPRIGHT, BOX;

    /** The kind of a section; {@code null} is none. */
    static SectionKind of(Section section) {
        if (section instanceof Section.Plane plane) {
            return plane.level() ? LEVEL : UPRIGHT;
        }
        return section == null ? OFF : BOX;
    }

    /** Its name in keys of sentences and ids of buttons. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
