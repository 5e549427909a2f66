package org.kvarter.study.sun;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.kvarter.model.FeatureTable;
import org.kvarter.study.Csv;

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
        out.write("layer,id,facade_m2,hours_mean,hours_best_facade,hours_worst_facade,share_meeting,meets,roof_hours,day,from,to,wanted_hours,wanted_share,shading_trees\r\n");
        for (Map.Entry<String, List<BuildingSun>> layer : new java.util.TreeMap<>(hours.buildings()).entrySet()) {
            FeatureTable table = features.get(layer.getKey());
            for (BuildingSun b : layer.getValue()) {
                out.write(Csv.quoted(layer.getKey()) + "," + Csv.quoted(table.ids()[b.row()]) + "," + Csv.number(b.facade()) + "," + Csv.number(b.mean()) + ","
                        + Csv.number(b.best()) + "," + Csv.number(b.worst()) + "," + Csv.number(b.meeting()) + "," + (b.facade() > 0 ? b.meets(rule) : "") + ","
                        + Csv.number(b.roof()) + "," + rule.day() + "," + rule.from() + "," + rule.to() + "," + Csv.number(rule.hours()) + ","
                        + Csv.number(rule.facadeShare()) + "," + hours.trees() + "\r\n");
            }
        }
    }
}
