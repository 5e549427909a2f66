package org.kvarter.ui.inspector;

/**
 * One line of the inspector.
 *
 * @param name   of the attribute or figure
 * @param value  as people read it, with its unit
 * @param second a second value beside it (the sum, for several features), empty for none
 * @param exact  as the source has it, for copying
 */
record Property(String name, String value, String second, String exact) {

    Property(String name, String value) {
        this(name, value, "", value);
    }

    boolean matches(String lowerCase) {
        return name.toLowerCase(java.util.Locale.ROOT).contains(lowerCase)
                || value.toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
    }
}
