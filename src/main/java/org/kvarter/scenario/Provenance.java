package org.kvarter.scenario;

import java.util.List;

/**
 * Where a number comes from.
 *
 * @param title   what it is called
 * @param value   the number; NaN where there is none
 * @param unit    its unit
 * @param formula how it is reckoned, in words and signs of the display language
 * @param inputs  what it is reckoned from
 * @param remarks what else a person should know, in sentences
 */
public record Provenance(String title, double value, String unit, String formula, List<Input> inputs, List<String> remarks) {

    /**
     * Something a number is reckoned from.
     *
     * @param kind   what it is
     * @param name   what people call it
     * @param value  its value; NaN for a table
     * @param unit   its unit, may be empty
     * @param origin how sure it is
     * @param source file, reference or sentence; may be empty
     */
    public record Input(Kind kind, String name, double value, String unit, Origin origin, String source) {
    }

    /** What an input is. */
    public enum Kind {
        SERIES, FLOWS, MOVEMENT, ATTRIBUTE, ASSUMPTION, KPI
    }

    public Provenance {
        inputs = List.copyOf(inputs);
        remarks = List.copyOf(remarks);
    }
}
