package org.kvarter.series.store;

import java.util.Objects;

/**
 * How it is known of each value of a table how it came about.
 *
 * @param whole  of all values, or of those whose remark says nothing
 * @param column with a remark for each value, in the words of {@link QualityWords}; empty for none
 */
public record QualitySource(Quality whole, String column) {

    /** All values are measured. */
    public static final QualitySource MEASURED = new QualitySource(Quality.MEASURED, "");

    public QualitySource {
        whole = Objects.requireNonNullElse(whole, Quality.MEASURED);
        column = Objects.requireNonNullElse(column, "");
    }

    /** All values are of one quality. */
    public static QualitySource all(Quality quality) {
        return new QualitySource(quality, "");
    }

    /** A column tells; what it leaves open is measured. */
    public static QualitySource of(String column) {
        return new QualitySource(Quality.MEASURED, column);
    }
}
