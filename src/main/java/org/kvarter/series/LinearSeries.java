package org.kvarter.series;

import java.util.Arrays;
import java.util.List;
import org.kvarter.text.LocalText;

/**
 * A series that is a weighted sum of tables, reckoned as it is read: nothing is copied. Immutable and thread-safe.
 *
 * @param id       distinct in the project
 * @param titles   what people call it, by language
 * @param quantity what is measured, free text
 * @param unit     unit of one value
 * @param axis     the time axis
 * @param keys     place keys, one per place; not copied
 * @param terms    what is summed; a place is missing where none of its terms has a value
 */
public record LinearSeries(String id, LocalText titles, String quantity, String unit, TimeAxis axis, String[] keys, List<Term> terms)
        implements SeriesView {

    /**
     * One summand.
     *
     * @param table   what is read; {@code null} for the constant 1
     * @param offset  interval of {@code table} that is read for interval 0 of the sum
     * @param places  place of {@code table} for each place of the sum, −1 for none; not copied
     * @param weights factor for each place of the sum; not copied
     */
    public record Term(SeriesView table, int offset, int[] places, double[] weights) {
    }

    public LinearSeries {
        terms = List.copyOf(terms);
    }

    /** The same, called by words whose language is not stated. */
    public LinearSeries(String id, String title, String quantity, String unit, TimeAxis axis, String[] keys, List<Term> terms) {
        this(id, LocalText.of(title), quantity, unit, axis, keys, terms);
    }

    @Override
    public void read(int interval, double[] into) {
        Arrays.fill(into, 0, keys.length, Double.NaN);
        for (Term term : terms) {
            int at = interval + term.offset();
            if (term.table() != null && (at < 0 || at >= term.table().axis().count())) {
                continue;
            }
            double[] moment = term.table() == null ? null : new double[term.table().places()];
            if (moment != null) {
                term.table().read(at, moment);
            }
            for (int p = 0; p < keys.length; p++) {
                int place = term.places()[p];
                double v = place < 0 ? Double.NaN : moment == null ? 1 : moment[place];
                if (v == v) {
                    double weighted = v * term.weights()[p];
                    into[p] = into[p] == into[p] ? into[p] + weighted : weighted;
                }
            }
        }
    }
}
