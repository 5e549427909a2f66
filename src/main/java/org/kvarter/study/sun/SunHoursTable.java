package org.kvarter.study.sun;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvarter.model.FeatureTable;

/** Hours of sun as CSV (RFC 4180, decimal point, UTF-8 by the writer's choice): one line per building. Stateless. */
public final class SunHoursTable {

    private SunHoursTable() {
    }

    /**
     * Writes the table.
     *
     * @param features the layers' features by layer id
     * @throws IOException where it cannot be written
     */
    public static void write(SunHours hours, Map<String, FeatureTable> features, Writer out) throws IOException {
        SunRule rule = hours.rule();
        out.write("layer,id,facade_m2,hours_mean,hours_best_facade,hours_worst_facade,share_meeting,meets,roof_hours,day,from,to,wanted_hours,wanted_share\r\n");
        for (Map.Entry<String, List<BuildingSun>> layer : new java.util.TreeMap<>(hours.buildings()).entrySet()) {
            FeatureTable table = features.get(layer.getKey());
            for (BuildingSun b : layer.getValue()) {
                out.write(quoted(layer.getKey()) + "," + quoted(table.ids()[b.row()]) + "," + number(b.facade()) + "," + number(b.mean()) + ","
                        + number(b.best()) + "," + number(b.worst()) + "," + number(b.meeting()) + "," + (b.facade() > 0 ? b.meets(rule) : "") + ","
                        + number(b.roof()) + "," + rule.day() + "," + rule.from() + "," + rule.to() + "," + number(rule.hours()) + ","
                        + number(rule.facadeShare()) + "\r\n");
            }
        }
    }

    /** A cell of CSV, quoted where it must be. */
    static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
    }
}
