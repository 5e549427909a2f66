package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.Period;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.kvarter.remote.FeedJson;

/**
 * Market documents of the ENTSO-E transparency platform (IEC 62325-451: {@code Publication_MarketDocument} with prices and flows,
 * {@code GL_MarketDocument} with generation and load) as a list of points in time.
 *
 * <p>A point's place is the area it is about, told by its code; times are the beginnings of its interval. A curve of type {@code A03} leaves out
 * points that repeat the one before; they are put back.
 */
final class MarketDocument {

    private static final int MOST_STEPS = 200_000;

    private MarketDocument() {
    }

    static boolean isOne(XmlElement root) {
        return root.name().endsWith("_MarketDocument") && root.first("TimeSeries").isPresent();
    }

    static JsonNode read(XmlElement root) {
        ObjectNode page = FeedJson.MAPPER.createObjectNode().put("document", root.textAt("type")).put("created", root.textAt("createdDateTime"));
        ArrayNode points = page.putArray("points");
        for (XmlElement series : root.all("TimeSeries")) {
            for (XmlElement period : series.all("Period")) {
                add(series, period, points);
            }
        }
        return page;
    }

    private static void add(XmlElement series, XmlElement period, ArrayNode points) {
        Optional<ZonedDateTime> start = time(period.textAt("timeInterval", "start"));
        Optional<ZonedDateTime> end = time(period.textAt("timeInterval", "end"));
        String resolution = period.textAt("resolution");
        if (start.isEmpty() || resolution.isEmpty()) {
            return;
        }
        TreeMap<Integer, Double> values = values(period);
        boolean filled = series.textAt("curveType").equals("A03");
        Double held = null;
        int last = values.isEmpty() ? 0 : values.lastKey();
        for (int position = 1; position <= MOST_STEPS; position++) {
            ZonedDateTime at = step(start.get(), resolution, position - 1);
            boolean beyond = filled && end.isPresent() ? at == null || !at.isBefore(end.get()) : position > last;
            if (at == null || beyond) {
                return;
            }
            Double value = values.get(position);
            held = value == null && filled ? held : value;
            if (held != null) {
                points.add(point(series, at.toInstant(), held));
            }
        }
    }

    private static TreeMap<Integer, Double> values(XmlElement period) {
        TreeMap<Integer, Double> values = new TreeMap<>();
        for (XmlElement point : period.all("Point")) {
            Optional<XmlElement> value = point.children().stream()
                    .filter(c -> c.name().equals("quantity") || c.name().endsWith(".amount")).findFirst();
            try {
                if (value.isPresent()) {
                    values.put(Integer.parseInt(point.textAt("position")), Double.parseDouble(value.get().text()));
                }
            } catch (NumberFormatException e) {
                continue; // a point without numbers is none
            }
        }
        return values;
    }

    private static ObjectNode point(XmlElement series, Instant at, double value) {
        String in = first(series, List.of("in_Domain.mRID", "inBiddingZone_Domain.mRID"));
        String out = first(series, List.of("out_Domain.mRID", "outBiddingZone_Domain.mRID"));
        String area = !in.isEmpty() ? in : out;
        ObjectNode point = FeedJson.MAPPER.createObjectNode();
        String kind = series.textAt("MktPSRType", "psrType");
        point.put("area", out.isEmpty() || in.isEmpty() || in.equals(out) ? area : out + ">" + in);
        if (!kind.isEmpty()) {
            point.put("kind", kind);
        }
        point.put("time", at.toString()).put("value", value).put("unit", unit(series));
        return point;
    }

    private static String unit(XmlElement series) {
        String currency = series.textAt("currency_Unit.name");
        String measure = first(series, List.of("price_Measure_Unit.name", "quantity_Measure_Unit.name"))
                .replace("MAW", "MW").replace("MWH", "MWh");
        return currency.isEmpty() ? measure : currency + "/" + measure;
    }

    private static String first(XmlElement series, List<String> names) {
        return names.stream().map(series::textAt).filter(t -> !t.isEmpty()).findFirst().orElse("");
    }

    private static Optional<ZonedDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime step(ZonedDateTime start, String resolution, int steps) {
        try {
            return resolution.startsWith("PT") ? start.plus(Duration.parse(resolution).multipliedBy(steps))
                    : start.plus(Period.parse(resolution).multipliedBy(steps));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
