package org.kvarter.geo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.kvarter.geo.KnownSystems.Row;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.text.Texts;

/**
 * Finds coordinate reference systems by the ways people and formats spell them, and makes transforms into a district's frame.
 *
 * <p>Thread-safe; one per program. The systems a European district meets most are known from a small table; GeoTools and its EPSG
 * database are opened at the first question beyond it, or the first transform between different systems, which takes about a
 * second and a half. Sources in the district's own system never open it.
 *
 * <p>Compound and three-dimensional systems are split here into a horizontal and a vertical part: GeoTools has no transform for
 * them. Heights change their unit, never their datum; grids of datum shifts are not at hand, so that national datums older than
 * ETRS89 agree within a metre or so, as good as the parameters in the EPSG dataset.
 */
public final class CoordinateSystems {

    private static final int REMEMBERED = 1000;

    /** Metres to which seven parameters for a whole country agree with it. */
    private static final double SHIFT_ACCURACY = 5;

    private final KnownSystems known = new KnownSystems();
    private final WktMatcher matcher = new WktMatcher(known);
    private final Map<String, Optional<CoordinateSystem>> found = new ConcurrentHashMap<>();
    private volatile ReferencingEngine engine;

    /**
     * Understands {@code EPSG:28992}, {@code 28992}, {@code EPSG:25833+5783}, {@code urn:ogc:def:crs:EPSG::7415}, compound
     * {@code urn:ogc:def:crs,crs:…,crs:…}, {@code http(s)://www.opengis.net/def/crs/EPSG/0/7415}, CRS84, the AdV's
     * {@code urn:adv:crs:ETRS89_UTM32*DE_DHHN92_NH}, common PROJ strings, ESRI and OGC well-known text, and plain names such as
     * {@code SWEREF 99 18 00} or {@code RD New}.
     *
     * @param text a spelling; may be anything
     * @return empty where {@code text} names no horizontal system known to the EPSG dataset or describable by its WKT
     */
    public Optional<CoordinateSystem> find(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String key = text.strip();
        Optional<CoordinateSystem> answer = found.get(key);
        if (answer == null) {
            answer = search(key);
            if (found.size() > REMEMBERED) {
                found.clear();
            }
            found.put(key, answer);
        }
        return answer;
    }

    /**
     * The transform from {@code source} into {@code frame}. Where both share the horizontal system it only subtracts the origin.
     *
     * @throws CrsException where no transform is known
     */
    public CoordinateTransform toFrame(CoordinateSystem source, LocalFrame frame) throws CrsException {
        String target = find(frame.crs()).map(CoordinateSystem::horizontal).orElse(frame.crs());
        if (source.horizontal().equals(target)) {
            return new OffsetTransform(frame.originEast(), frame.originNorth(), frame.originHeight(), source.heightMetresPerUnit());
        }
        if (target.isBlank()) {
            throw new CrsException(Texts.in(CoordinateSystems.class).get("crs.localDistrict", source.label()));
        }
        try {
            MathTransform forward = engine().transform(source.horizontal(), target);
            return new ProjectingTransform(forward, forward.inverse(), frame, source.geographic(), source.heightMetresPerUnit());
        } catch (FactoryException | NoninvertibleTransformException | RuntimeException | LinkageError e) {
            throw new CrsException(Texts.in(CoordinateSystems.class).get("crs.noTransform", source.label(), frame.crs()), e);
        }
    }

    /**
     * As above, for a source's own spelling; one without a system ({@code ""}) is taken to be metres in the frame's system.
     *
     * @throws CrsException where the spelling is not understood or no transform is known
     */
    public CoordinateTransform toFrame(String source, LocalFrame frame) throws CrsException {
        if (source.isBlank()) {
            return new OffsetTransform(frame.originEast(), frame.originNorth(), frame.originHeight(), 1);
        }
        return toFrame(require(source), frame);
    }

    /** The transform of a source in metres of its own, whose zero stands at a place of the local frame (metres east, north, up). */
    public static CoordinateTransform local(double east, double north, double up) {
        return new OffsetTransform(-east, -north, -up, 1);
    }

    /** {@link #find}, with an exception that says what to do where nothing is found. */
    public CoordinateSystem require(String text) throws CrsException {
        return find(text).orElseThrow(() -> new CrsException(Texts.in(CoordinateSystems.class).get("crs.unknown", shorten(text))));
    }

    /**
     * Where a system is meant to be used, in its own coordinates; empty where that is not known. Opens the EPSG database for systems
     * beyond the small table.
     */
    public Optional<Bounds> areaOfUse(CoordinateSystem system) {
        if (system.geographic()) {
            return Optional.of(new Bounds(-180, -90, 0, 180, 90, 0));
        }
        Optional<Row> row = system.horizontal().startsWith("EPSG:")
                ? known.row(Integer.parseInt(system.horizontal().substring("EPSG:".length()))) : Optional.empty();
        return row.isPresent() ? row.map(Row::extent).filter(e -> e.length == 4).map(e -> new Bounds(e[0], e[1], 0, e[2], e[3], 0))
                : engine().areaOfUse(system.horizontal());
    }

    /** The projected systems of the small table whose areas of use are known, the commonest first and then the smallest. */
    public List<CoordinateSystem> commonProjected() {
        return known.all().stream().filter(r -> r.kind() == 'P' && r.extent().length == 4)
                .sorted(Comparator.comparing(KnownSystems::rarity).thenComparing(KnownSystems::area))
                .flatMap(r -> find("EPSG:" + r.code()).stream()).toList();
    }

    /** The OGC well-known text of a horizontal system by its code or text; empty where it is not known. Opens the EPSG database. */
    public Optional<String> wellKnownText(String text) {
        return find(text).flatMap(s -> engine().wellKnownText(s.horizontal()));
    }

    /**
     * Whether coordinates of a GML document come north or latitude first: by the area of use where that tells, else by the spelling.
     *
     * @param stated the system as the document spells it
     * @param first  first coordinate of some place
     * @param second second coordinate of the same place
     */
    public boolean northFirst(String stated, double first, double second) {
        return find(stated).map(system -> {
            Optional<Row> row = CrsText.parse(system.horizontal()).flatMap(codes -> known.row(codes.horizontal()));
            return AxisOrder.of(system, row, stated).northFirst(first, second);
        }).orElse(false);
    }

    /** The systems known without GeoTools. */
    KnownSystems known() {
        return known;
    }

    /** Whether GeoTools has been asked for anything yet. */
    boolean isEngineOpen() {
        return engine != null;
    }

    private Optional<CoordinateSystem> search(String text) {
        Optional<CrsText> codes = CrsText.parse(text);
        if (codes.isPresent()) {
            return byCodes(codes.get());
        }
        Optional<WktText> wkt = WktText.parse(text);
        if (wkt.isPresent()) {
            return byWkt(wkt.get());
        }
        return known.named(text).filter(r -> r.kind() != 'V').map(r -> known.system(r, Optional.empty(), "EPSG:" + r.code()));
    }

    private Optional<CoordinateSystem> byCodes(CrsText codes) {
        Optional<HeightSystem> height = codes.vertical().isPresent() ? heights(codes.vertical().getAsInt()) : Optional.empty();
        return byCode(codes.horizontal()).map(flat -> height.isEmpty() ? flat : withHeights(flat, height.get()));
    }

    private Optional<CoordinateSystem> byCode(int code) {
        Optional<Row> row = known.row(code);
        if (row.isPresent()) {
            return row.filter(r -> r.kind() != 'V').map(r -> known.system(r, Optional.empty(), "EPSG:" + code));
        }
        return engine().system(code);
    }

    private Optional<HeightSystem> heights(int code) {
        Optional<Row> row = known.row(code);
        return row.isPresent() ? row.filter(r -> r.kind() == 'V').map(KnownSystems::height) : engine().heights(code);
    }

    private Optional<CoordinateSystem> byWkt(WktText wkt) {
        switch (wkt.keyword()) {
            case "COMPD_CS", "COMPOUNDCRS":
                Optional<HeightSystem> height = wkt.child("VERT_CS", "VERTCS", "VERTCRS").flatMap(this::heights);
                return wkt.child("PROJCS", "GEOGCS", "PROJCRS", "GEOGCRS", "GEODCRS", "BOUNDCRS").flatMap(this::byWkt)
                        .map(flat -> height.isEmpty() ? flat : withHeights(flat, height.get()));
            case "BOUNDCRS":
                return wkt.child("SOURCECRS").flatMap(s -> s.child("PROJCRS", "GEOGCRS", "GEODCRS")).flatMap(this::byWkt);
            case "PROJCS", "GEOGCS", "PROJCRS", "GEOGCRS", "GEODCRS":
                Optional<CoordinateSystem> coded = wkt.epsg().flatMap(this::byCode);
                if (coded.isPresent()) {
                    return coded;
                }
                Optional<Row> row = matcher.match(wkt);
                // ESRI appends the vertical system as a second root, or a third axis; both are left aside here.
                return row.isPresent() ? byCode(row.get().code()) : engine().system(wkt.text());
            default:
                return Optional.empty();
        }
    }

    /**
     * What a person should know of a system as a source states it: a national datum without its shift to WGS 84, with the metres by which
     * things may lie beside their place. Empty where the place is sure, or where nothing is found at all.
     */
    public Optional<CrsCaution> caution(String stated) {
        Optional<CoordinateSystem> system = find(stated).filter(s -> s.code().isEmpty());
        Optional<WktText> wkt = system.flatMap(s -> WktText.parse(stated));
        double error = wkt.map(DatumShift::expectedError).orElse(0.0);
        if (error == 0) {
            return Optional.empty();
        }
        boolean misplaced = wkt.flatMap(DatumShift::geographicCode).isEmpty();
        return Optional.of(new CrsCaution(misplaced, misplaced
                ? Texts.in(CoordinateSystems.class).get("crs.noShift", system.get().name(), error)
                : Texts.in(CoordinateSystems.class).get("crs.shiftTaken", system.get().name(), SHIFT_ACCURACY)));
    }

    private Optional<HeightSystem> heights(WktText vertical) {
        Optional<HeightSystem> coded = vertical.epsg().flatMap(this::heights);
        if (coded.isPresent()) {
            return coded;
        }
        double unit = vertical.find("UNIT", "LENGTHUNIT").map(u -> u.number(1)).orElse(1.0);
        return unit > 0 ? Optional.of(new HeightSystem("", vertical.name(), unit)) : Optional.empty();
    }

    private static CoordinateSystem withHeights(CoordinateSystem flat, HeightSystem height) {
        String code = flat.code().isEmpty() || height.code().isEmpty()
                ? flat.code() : flat.code() + "+" + height.code().substring("EPSG:".length());
        return new CoordinateSystem(code, flat.name() + " + " + height.name(), flat.horizontal(), Optional.of(height),
                flat.geographic(), flat.metresPerUnit(), flat.northFirst());
    }

    private ReferencingEngine engine() {
        ReferencingEngine e = engine;
        if (e == null) {
            synchronized (this) {
                if (engine == null) {
                    engine = new ReferencingEngine();
                }
                e = engine;
            }
        }
        return e;
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
