package org.kvarter.importing.flows;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.importing.ReadOptions;
import org.kvarter.model.FlowLayer;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.FlowFormat;
import org.kvarter.series.csv.FlowReader;

/** What a person chose about a table of flows, as settings of a source, over what the table itself looks like. Stateless. */
final class FlowChoices {

    static final double LIMIT = 40;
    /** A column's name that stands for none. */
    private static final String NONE = "-";

    private FlowChoices() {
    }

    /** Zone of local times. */
    static ZoneId zone(ReadOptions options) {
        try {
            return options.setting("zone").map(ZoneId::of).orElse(ZoneId.systemDefault());
        } catch (java.time.DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    /** The proposed format with what was chosen. */
    static FlowFormat over(FlowFormat proposed, ReadOptions options) {
        CsvFormat csv = proposed.csv();
        int count = column(proposed, options, "count", csv.valueColumn());
        if (csv.layout() == CsvFormat.Layout.LONG && count >= 0) {
            csv = csv.asLong(csv.timeColumn(), csv.keyColumn(), count);
        }
        if (options.setting("label").filter("end"::equals).isPresent()) {
            csv = csv.withLabel(CsvFormat.Label.INTERVAL_END);
        }
        if (options.setting("comma").isPresent()) {
            csv = csv.withDecimalComma(Boolean.parseBoolean(options.setting("comma").get()));
        }
        int place = column(proposed, options, "place", proposed.place());
        return proposed.withCsv(csv).withColumns(place < 0 ? proposed.place() : place, column(proposed, options, "other", proposed.other()),
                column(proposed, options, "mode", proposed.mode()), column(proposed, options, "x", proposed.x()),
                column(proposed, options, "y", proposed.y()));
    }

    private static int column(FlowFormat format, ReadOptions options, String setting, int otherwise) {
        Optional<String> name = options.setting(setting);
        return name.isEmpty() ? otherwise : name.get().equals(NONE) ? -1 : Math.max(-1, format.column(name.get()));
    }

    /** The table of sites: the one chosen, else the one beside the counts. */
    static Path sites(Path file, FlowFormat format, ReadOptions options) {
        return options.setting("sites").map(s -> file.resolveSibling(s)).orElse(format.x() >= 0 && format.y() >= 0 ? null
                : FlowReader.sitesBeside(file).orElse(null));
    }

    static double limit(ReadOptions options) {
        try {
            return options.setting("limit").map(Double::parseDouble).filter(d -> d > 0 && d < 10_000).orElse(LIMIT);
        } catch (NumberFormatException e) {
            return LIMIT;
        }
    }

    /** The side chosen, else that of the country whose zone the times are in. */
    static FlowLayer.Side side(ReadOptions options, ZoneId zone) {
        String id = zone.getId().toLowerCase(Locale.ROOT);
        boolean left = id.matches("europe/(london|dublin|malta|belfast|jersey|guernsey|isle_of_man)|asia/(nicosia|tokyo|hong_kong|singapore|kolkata|"
                + "bangkok|jakarta|kuala_lumpur|colombo|kathmandu|dhaka|karachi)|australia/.*|pacific/(auckland|fiji)|africa/(johannesburg|nairobi|"
                + "harare|lusaka|kampala|maputo|windhoek)|gb|eire|japan|nz|singapore");
        return options.setting("side").map(s -> s.equals("left") ? FlowLayer.Side.LEFT : FlowLayer.Side.RIGHT)
                .orElse(left ? FlowLayer.Side.LEFT : FlowLayer.Side.RIGHT);
    }
}
