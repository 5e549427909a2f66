package org.kvarter.study.area;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.kvarter.model.FeatureTable;
import org.kvarter.study.Csv;

/** Floor areas as CSV: a line for each building and each plot. Stateless. */
public final class AreaTable {

    private AreaTable() {
    }

    /**
     * Writes the table.
     *
     * @param features the layers' features by layer id
     * @throws IOException where it cannot be written
     */
    public static void write(FloorAreas areas, Map<String, FeatureTable> features, Writer out) throws IOException {
        out.write("what,layer,id,area_m2,covered_m2,storeys,storeys_from,gross_floor_m2,floor_area_ratio,coverage,buildings\r\n");
        for (BuildingArea b : areas.buildings()) {
            StoreyRule.Storeys s = b.storeys();
            String from = switch (s.from()) {
                case ATTRIBUTE -> "attribute " + s.attribute();
                case STOREYS -> "storeys of the model";
                case HEIGHT -> "height by " + Csv.number(areas.rule().storeyHeight()) + " m";
                case NONE -> "";
            };
            out.write(Csv.line("building", b.layerId(), features.get(b.layerId()).ids()[b.row()], "", Csv.number(b.covered()), Csv.number(s.count()), from,
                    Csv.number(b.floor()), "", "", ""));
        }
        for (PlotArea p : areas.plots()) {
            out.write(Csv.line("plot", areas.plotLayer(), features.get(areas.plotLayer()).ids()[p.row()], Csv.number(p.area()), Csv.number(p.covered()), "",
                    "", Csv.number(p.floor()), Csv.number(p.ratio()), Csv.number(p.coverage()), String.format(Locale.ROOT, "%d", p.buildings())));
        }
    }
}
