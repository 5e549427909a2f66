package org.kvarter.study.sun;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.csv.CsvLine;

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
                out.write(CsvLine.quoted(layer.getKey()) + "," + CsvLine.quoted(table.ids()[b.row()]) + "," + CsvLine.number(b.facade()) + "," + CsvLine.number(b.mean()) + ","
                        + CsvLine.number(b.best()) + "," + CsvLine.number(b.worst()) + "," + CsvLine.number(b.meeting()) + "," + (b.facade() > 0 ? b.meets(rule) : "") + ","
                        + CsvLine.number(b.roof()) + "," + rule.day() + "," + rule.from() + "," + rule.to() + "," + CsvLine.number(rule.hours()) + ","
                        + CsvLine.number(rule.facadeShare()) + "," + hours.trees() + "\r\n");
            }
        }
    }
}
