package org.kvarter.study.area;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.csv.CsvLine;

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
                case HEIGHT -> "height by " + CsvLine.number(areas.rule().storeyHeight()) + " m";
                case NONE -> "";
            };
            out.write(CsvLine.line("building", b.layerId(), features.get(b.layerId()).ids()[b.row()], "", CsvLine.number(b.covered()), CsvLine.number(s.count()), from,
                    CsvLine.number(b.floor()), "", "", ""));
        }
        for (PlotArea p : areas.plots()) {
            out.write(CsvLine.line("plot", areas.plotLayer(), features.get(areas.plotLayer()).ids()[p.row()], CsvLine.number(p.area()), CsvLine.number(p.covered()), "",
                    "", CsvLine.number(p.floor()), CsvLine.number(p.ratio()), CsvLine.number(p.coverage()), String.format(Locale.ROOT, "%d", p.buildings())));
        }
    }
}
