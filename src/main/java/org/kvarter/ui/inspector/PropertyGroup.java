package org.kvarter.ui.inspector;

import java.util.List;

/**
 * Lines of the inspector that belong together.
 *
 * @param title what they are about
 * @param lines in the source's order
 */
record PropertyGroup(String title, List<Property> lines) {

    PropertyGroup {
        lines = List.copyOf(lines);
    }
}
