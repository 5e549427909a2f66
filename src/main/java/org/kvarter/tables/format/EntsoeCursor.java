package org.kvarter.tables.format;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.TableException;

/** Streams the points of a market document, period by period. One use, one thread. */
final class EntsoeCursor extends XmlCursor {

    /** Points of a period beyond this are no period of the platform: a year of minutes. */
    private static final int MOST_POINTS = 600_000;
    /** Days and months of the platform are those of central Europe. */
    private static final ZoneId CENTRAL = ZoneId.of("Europe/Brussels");
    /** Kinds of generation, by their code (ENTSO-E code list, asset types). */
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("B01", "biomass"), Map.entry("B02", "lignite"), Map.entry("B04", "gas"), Map.entry("B05", "hard coal"),
            Map.entry("B06", "oil"), Map.entry("B08", "peat"), Map.entry("B09", "geothermal"), Map.entry("B10", "pumped hydro"), Map.entry("B11", "run of river"),
            Map.entry("B12", "hydro reservoir"), Map.entry("B14", "nuclear"), Map.entry("B16", "solar"), Map.entry("B17", "waste"), Map.entry("B18", "offshore wind"),
            Map.entry("B19", "onshore wind"), Map.entry("B20", "other"));

    private final TreeMap<Integer, Double> points = new TreeMap<>();
    private String inDomain = "";
    private String outDomain = "";
    private String unit = "";
    private String currency = "";
    private String per = "";
    private String kind = "";
    private String business = "";
    private String curve = "";
    private String start = "";
    private String end = "";
    private String resolution = "";
    private boolean inPeriod;
    private boolean price;
    private int position;
    private Double value;
    private String reason = "";

    EntsoeCursor(Path file) throws TableException {
        super(file);
    }

    /** What an acknowledgement says instead of data; empty for none. */
    String reason() {
        return reason;
    }

    @Override
    void begin(String name) {
        switch (name) {
            case "TimeSeries" -> {
                inDomain = "";
                outDomain = "";
                unit = "";
                currency = "";
                per = "";
                kind = "";
                business = "";
                curve = "";
            }
            case "Period" -> {
                inPeriod = true;
                points.clear();
                start = "";
                end = "";
                resolution = "";
            }
            case "Point" -> {
                position = 0;
                value = null;
            }
            default -> { }
        }
    }

    @Override
    void end(String name, String text) throws TableException {
        switch (name) {
            case "in_Domain.mRID", "inBiddingZone_Domain.mRID" -> inDomain = text;
            case "out_Domain.mRID", "outBiddingZone_Domain.mRID" -> outDomain = text;
            case "quantity_Measure_Unit.name" -> unit = text;
            case "price_Measure_Unit.name" -> per = text;
            case "currency_Unit.name" -> currency = text;
            case "psrType" -> kind = text;
            case "businessType" -> business = text;
            case "curveType" -> curve = text;
            case "start" -> start = inPeriod ? text : start;
            case "end" -> end = inPeriod ? text : end;
            case "resolution" -> resolution = text;
            case "position" -> position = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
            case "price.amount" -> {
                price = true;
                value = number(text);
            }
            case "quantity" -> {
                price = false;
                value = number(text);
            }
            case "text" -> reason = text.length() > 200 ? text.substring(0, 200) : text;
            case "Point" -> {
                if (position > 0 && position <= MOST_POINTS && value != null) {
                    points.put(position, value);
                }
            }
            case "Period" -> {
                inPeriod = false;
                period();
            }
            default -> { }
        }
    }

    private static Double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void period() throws TableException {
        try {
            Instant from = OffsetDateTime.parse(start).toInstant();
            Instant to = OffsetDateTime.parse(end).toInstant();
            int count = points.isEmpty() ? 0 : points.lastKey();
            if (curve.equals("A03")) {
                while (count < MOST_POINTS && at(from, count).isBefore(to)) {
                    count++;
                }
            }
            Double before = null;
            for (int i = 1; i <= count; i++) {
                Double here = points.get(i);
                before = here == null && curve.equals("A03") ? before : here;
                if (before != null) {
                    give(at(from, i - 1), domain(), quantity(), before, unit());
                }
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw refused("entsoe.period", start, resolution);
        }
    }

    /** Beginning of point {@code n}, from 0. */
    private Instant at(Instant from, int n) {
        if (resolution.contains("T")) {
            return from.plus(Duration.parse(resolution).multipliedBy(n));
        }
        return from.atZone(CENTRAL).plus(Period.parse(resolution).multipliedBy(n)).toInstant();
    }

    private String domain() {
        String domain = inDomain.isEmpty() ? outDomain : inDomain;
        return domain.isEmpty() ? "market" : !outDomain.isEmpty() && !outDomain.equals(domain) ? domain + " > " + outDomain : domain;
    }

    private String quantity() {
        if (price) {
            return Quantities.PRICE;
        }
        if (!kind.isEmpty()) {
            String named = KINDS.getOrDefault(kind, kind);
            return named.equals("solar") ? Quantities.SOLAR : "generation " + named;
        }
        return business.equals("A04") || business.equals("A60") || business.equals("A61") ? "load" : Quantities.ELECTRICITY;
    }

    private String unit() {
        if (price) {
            String money = currency.equals("EUR") ? "€" : currency;
            return money + "/" + (per.equalsIgnoreCase("MWH") || per.isEmpty() ? "MWh" : per);
        }
        return unit.equalsIgnoreCase("MAW") ? "MW" : unit.equalsIgnoreCase("MWH") ? "MWh" : unit;
    }
}
