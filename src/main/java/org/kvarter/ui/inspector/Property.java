package org.kvarter.ui.inspector;

import org.kvarter.model.FeatureKey;

/**
 * One line of the inspector.
 *
 * @param name   of the attribute or figure
 * @param value  as people read it, with its unit
 * @param second a second value beside it (the sum, for several features), empty for none
 * @param exact  as the source has it, for copying
 * @param before as it is today, where the shown scenario makes it another; empty where it does not
 * @param origin what the value comes from; {@code null} where it stands in the source
 */
record Property(String name, String value, String second, String exact, String before, Origin origin) {

    /** The feature and attribute of a value that a scenario changes. */
    record Origin(FeatureKey feature, String attribute) {
    }

    Property(String name, String value, String second, String exact) {
        this(name, value, second, exact, "", null);
    }

    /** This line with what the value is today. */
    Property before(String today, Origin from) {
        return new Property(name, value, second, exact, today, from);
    }

    Property(String name, String value) {
        this(name, value, "", value);
    }

    boolean matches(String lowerCase) {
        return name.toLowerCase(java.util.Locale.ROOT).contains(lowerCase)
                || value.toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
    }
}
