package org.kvarter.ui.inspector;

import java.util.List;
import java.util.Locale;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureKey;

/**
 * What the inspector shows of a selection.
 *
 * @param title       name of the feature, or how many there are
 * @param subtitle    type and layer
 * @param keys        the selected features
 * @param columns     headings of value and second value where there are several features, else empty
 * @param groups      geometry, attributes, source
 * @param diagnostics remarks about the features
 */
record InspectorContent(String title, String subtitle, List<FeatureKey> keys, List<String> columns, List<PropertyGroup> groups,
                        List<Diagnostic> diagnostics) {

    static final InspectorContent NOTHING = new InspectorContent("", "", List.of(), List.of(), List.of(), List.of());

    /** Only the lines that hold {@code text} in name or value; groups without any are left out. */
    InspectorContent searched(String text) {
        if (text.isBlank()) {
            return this;
        }
        String wanted = text.trim().toLowerCase(Locale.ROOT);
        List<PropertyGroup> found = groups.stream()
                .map(g -> new PropertyGroup(g.title(), g.lines().stream().filter(l -> l.matches(wanted)).toList()))
                .filter(g -> !g.lines().isEmpty()).toList();
        return new InspectorContent(title, subtitle, keys, columns, found, List.of());
    }

    /** Everything as text, a line each, with tabs between names and exact values. */
    String asText() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (PropertyGroup group : groups) {
            text.append('\n').append(group.title()).append('\n');
            for (Property line : group.lines()) {
                text.append(line.name()).append('\t').append(line.exact());
                text.append(line.second().isEmpty() ? "" : "\t" + line.second());
                text.append(line.before().isEmpty() ? "" : "\t" + line.before()).append('\n');
            }
        }
        return text.toString();
    }
}
