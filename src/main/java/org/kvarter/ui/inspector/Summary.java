package org.kvarter.ui.inspector;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.ui.kit.Numbers;

/** One attribute over several features: mean and, where adding makes sense, sum of numbers; the most frequent text. */
final class Summary {

    /** Units of amounts, which may be added, unlike temperatures, shares or values per area. */
    private static final Pattern AMOUNT_UNITS = Pattern.compile("m²|m³|m2|m3|ha|[kMGT]?Wh|[kMGT]?W|[kM]?t|kg|l|st|pcs|people|persons|kr|sek|€|eur", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT_NAMES =
            Pattern.compile(".*(area|yta|fläche|volume|volym|count|antal|dwelling|lägenhet|household|population|invånare|residents|demand|consumption|production).*");

    private Summary() {
    }

    static Optional<Property> of(AttributeColumn column, Collection<Integer> rows) {
        boolean number = column instanceof NumberColumn n && n.type() != NumberColumn.Type.BOOLEAN;
        return number ? numbers(column, rows) : texts(column, rows);
    }

    private static Optional<Property> numbers(AttributeColumn column, Collection<Integer> rows) {
        double sum = 0;
        int count = 0;
        for (int row : rows) {
            double value = column.number(row);
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        String mean = Numbers.with(column.unit().isEmpty() && !isAmount(column) ? whole(sum / count) : Numbers.three(sum / count), column.unit());
        String total = isAmount(column) ? Numbers.with(Numbers.three(sum), column.unit()) : "";
        return Optional.of(new Property(column.name(), mean, total, Double.toString(sum / count)));
    }

    /** A mean of numbers without a unit, such as years, keeps all its digits. */
    private static String whole(double mean) {
        return Math.abs(mean) >= 100 ? Numbers.whole(Math.round(mean)) : Numbers.three(mean);
    }

    private static boolean isAmount(AttributeColumn column) {
        return AMOUNT_UNITS.matcher(column.unit()).matches()
                || column.unit().isEmpty() && AMOUNT_NAMES.matcher(column.name().toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<Property> texts(AttributeColumn column, Collection<Integer> rows) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row : rows) {
            Object value = column.value(row);
            if (value != null) {
                counts.merge(value.toString(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(most -> counts.size() == 1 || most.getValue() > 1)
                .map(most -> new Property(column.name(), most.getKey(),
                        counts.size() == 1 && most.getValue() == rows.size() ? "" : Numbers.percent(most.getValue() / (double) rows.size()),
                        most.getKey()));
    }
}
