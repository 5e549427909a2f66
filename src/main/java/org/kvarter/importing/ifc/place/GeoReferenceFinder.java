package org.kvarter.importing.ifc.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.UtmPlace;
import org.kvarter.importing.ifc.content.PropertySets;
import org.kvarter.importing.ifc.content.Units;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** Looks for all that a file says about where it stands. One use, one thread. */
public final class GeoReferenceFinder {

    /** Two statements that lie farther apart than this, metres, contradict one another. */
    private static final double APART = 300;

    /** A model whose coordinates lie farther from their origin than this, metres, has those of a map. */
    private static final double FAR = 20_000;

    private final StepFile file;
    private final Units units;
    private final PropertySets properties;
    private final CoordinateSystems systems;
    private final ModelExtent extent;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<GeoReference.Note> notes = new ArrayList<>();

    /** @param extent where the model's things and its site lie in its own coordinates */
    public GeoReferenceFinder(StepFile file, Units units, PropertySets properties, CoordinateSystems systems, ModelExtent extent) {
        this.file = file;
        this.units = units;
        this.properties = properties;
        this.systems = systems;
        this.extent = extent;
    }

    /** All candidates, the most trustworthy first. */
    public GeoReference find() {
        for (String type : new String[] {"IFCMAPCONVERSION", "IFCMAPCONVERSIONSCALED", "IFCRIGIDOPERATION"}) {
            for (int conversion : file.ofType(type)) {
                mapConversion(file.row(conversion));
            }
        }
        for (String type : new String[] {"IFCSITE", "IFCPROJECT", "IFCBUILDING"}) {
            for (int object : file.ofType(type)) {
                propertySets(object);
            }
        }
        site();
        contradictions();
        if (extent.distance() > FAR) {
            boolean told = candidates.stream().anyMatch(c -> c.source() != Candidate.Source.SITE);
            note(true, told ? "place.farAndConverted" : "place.far", Math.round(extent.distance() / 1000));
            // with a map conversion on top they may be those of its map already
            String crs = told ? candidates.get(0).crs() : "";
            double unit = systems.find(crs).map(CoordinateSystem::metresPerUnit).filter(u -> u > 0).orElse(1.0);
            candidates.add(new Candidate(Candidate.Source.COORDINATES, "", crs,
                    new Affine(new double[] {1 / unit, 0, 0, 0, 0, 1 / unit, 0, 0, 0, 0, 1, 0}), 0, 1));
        }
        return new GeoReference(candidates, notes);
    }

    private void note(boolean warning, String key, Object... arguments) {
        notes.add(new GeoReference.Note(warning, key, List.of(arguments)));
    }

    private String name(int entity) {
        return "#" + file.id(entity) + " " + file.type(entity);
    }

    private void mapConversion(StepRow row) {
        StepRow target = file.row(row.ref(1));
        boolean rigid = row.type().equals("IFCRIGIDOPERATION");
        if (!target.type().equals("IFCPROJECTEDCRS") || !Double.isFinite(row.number(2)) || !Double.isFinite(row.number(3))) {
            note(true, "place.conversionBroken", name(row.entity()));
            return;
        }
        boolean scaled = row.type().endsWith("SCALED");
        double[] factors = {scaled ? row.number(8, 1) : 1, scaled ? row.number(9, 1) : 1, scaled ? row.number(10, 1) : 1};
        int unit = target.ref(6);
        MapConversion conversion = new MapConversion(row.number(2), row.number(3), row.number(4, 0), rigid ? Double.NaN : row.number(5),
                rigid ? Double.NaN : row.number(6), rigid ? Double.NaN : row.number(7), unit < 0 ? Double.NaN : units.factor(unit), factors);
        String zone = target.text(4) + " " + target.text(5);
        add(Candidate.Source.MAP_CONVERSION, name(row.entity()), conversion, target.text(0), target.text(1), target.text(2), zone, target.text(3));
    }

    private void propertySets(int object) {
        Map<String, Object> values = new HashMap<>();
        for (PropertySets.Property property : properties.of(object)) {
            String name = property.name().toLowerCase(Locale.ROOT);
            if (name.startsWith("epset_mapconversion.") || name.startsWith("epset_projectedcrs.")) {
                values.putIfAbsent(name.substring("epset_".length()), property.value());
            }
        }
        double east = number(values, "mapconversion.eastings");
        double north = number(values, "mapconversion.northings");
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            return;
        }
        String crs = text(values, "projectedcrs.name");
        crs = crs.isEmpty() ? text(values, "mapconversion.targetcrs") : crs;
        double height = number(values, "mapconversion.orthogonalheight");
        MapConversion conversion = new MapConversion(east, north, Double.isFinite(height) ? height : 0,
                number(values, "mapconversion.xaxisabscissa"), number(values, "mapconversion.xaxisordinate"), number(values, "mapconversion.scale"),
                mapUnit(text(values, "projectedcrs.mapunit")), new double[] {1, 1, 1});
        add(Candidate.Source.PROPERTY_SET, "ePset_MapConversion (" + name(object) + ")", conversion, crs, text(values, "projectedcrs.description"),
                text(values, "projectedcrs.geodeticdatum"), text(values, "projectedcrs.mapprojection") + " " + text(values, "projectedcrs.mapzone"),
                text(values, "projectedcrs.verticaldatum"));
    }

    private static double mapUnit(String word) {
        return switch (word.toUpperCase(Locale.ROOT).replace('_', ' ').strip()) {
            case "METRE", "METER", "M" -> 1;
            case "MILLIMETRE", "MILLIMETER", "MM" -> 0.001;
            case "FOOT", "FEET", "FT" -> 0.3048;
            case "US SURVEY FOOT", "FTUS", "US-FT" -> 1200.0 / 3937;
            default -> Double.NaN;
        };
    }

    private static double number(Map<String, Object> values, String key) {
        Object value = values.get(key);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return value instanceof String text ? Double.parseDouble(text.strip().replace(',', '.')) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text ? text.strip() : values.get(key) == null ? "" : values.get(key).toString();
    }

    private void add(Candidate.Source source, String object, MapConversion conversion, String name, String description, String datum,
                     String zone, String verticalDatum) {
        Optional<String> spelled = CrsNames.of(name, description, datum, zone).stream().filter(s -> systems.find(s).isPresent()).findFirst()
                .map(s -> CrsNames.withHeights(s, verticalDatum).filter(both -> systems.find(both).flatMap(CoordinateSystem::vertical).isPresent()).orElse(s));
        CoordinateSystem system = spelled.flatMap(systems::find).orElse(null);
        if (Double.isNaN(conversion.stretch(units.metre()))) {
            note(true, "place.scale", object, conversion.scale());
        }
        if (system != null && system.geographic()) {
            note(true, "place.geographic", object, system.label());
            return;
        }
        Affine toCrs = conversion.toCrs(units.metre(), system);
        if (toCrs.isSound()) {
            candidates.add(new Candidate(source, object, spelled.orElse(name.strip()), toCrs, Math.toDegrees(conversion.angle()), 1));
        }
    }

    private void site() {
        for (int entity : file.ofType("IFCSITE")) {
            StepRow row = file.row(entity);
            double latitude = degrees(row.numbers(9));
            double longitude = degrees(row.numbers(10));
            if (!(Math.abs(latitude) <= 84) || !(Math.abs(longitude) <= 180) || latitude == 0 && longitude == 0) {
                continue;
            }
            if (extent.distanceFromSite() > FAR) {
                note(true, "place.siteFar", name(entity), Math.round(extent.distanceFromSite() / 1000));
                continue;
            }
            UtmPlace place = UtmPlace.of(longitude, latitude);
            double[] north = trueNorth();
            double turn = Math.PI / 2 - place.convergence() - Math.atan2(north[1], north[0]);
            double c = Math.cos(turn) * place.scale();
            double s = Math.sin(turn) * place.scale();
            double height = row.number(11, 0) * units.metre();
            Affine onSite = new Affine(new double[] {c, -s, 0, place.east(), s, c, 0, place.north(), 0, 0, 1, height});
            double[] o = extent.site();
            candidates.add(new Candidate(Candidate.Source.SITE, name(entity), place.crs(), onSite.times(Affine.shift(-o[0], -o[1], -o[2])),
                    Math.toDegrees(turn), 50));
            return;
        }
    }

    /** Degrees, minutes, seconds, millionths, all of one sign; NaN where there are too few. */
    private static double degrees(double[] parts) {
        if (parts.length < 3) {
            return Double.NaN;
        }
        return parts[0] + parts[1] / 60 + parts[2] / 3600 + (parts.length > 3 ? parts[3] / 3.6e9 : 0);
    }

    /** Where true north lies in the model's plan. */
    private double[] trueNorth() {
        double[] d = new double[3];
        for (int context : file.ofType("IFCGEOMETRICREPRESENTATIONCONTEXT")) {
            StepRow row = file.row(context);
            if (!row.text(1).equalsIgnoreCase("Plan") && file.point(row.ref(5), d) >= 2 && Math.hypot(d[0], d[1]) > 1e-6) {
                return d;
            }
        }
        return new double[] {0, 1, 0};
    }

    /** Of several statements, how far apart they put the model. */
    private void contradictions() {
        if (candidates.size() < 2) {
            return;
        }
        Candidate first = candidates.get(0);
        for (Candidate other : candidates.subList(1, candidates.size())) {
            double apart = ApartBy.metres(systems, first, other, extent.site());
            if (apart > APART) {
                note(true, "place.twice", first.object(), other.object(), Math.round(apart));
            }
        }
    }
}
