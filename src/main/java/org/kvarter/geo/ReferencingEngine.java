package org.kvarter.geo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.measure.Unit;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.IdentifiedObject;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CompoundCRS;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.VerticalCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultProjectedCRS;
import org.kvarter.model.Bounds;
import si.uom.SI;

/**
 * The one place that asks GeoTools about coordinate reference systems. Its first use opens the EPSG database (more than a second),
 * so that an object of this class is made only when no shorter way is left. Thread-safe, as GeoTools' factories are.
 */
final class ReferencingEngine {

    /** Where GeoTools unpacks its database; by default a folder all users of a machine would share and could not write. */
    private static final String DIRECTORY = "EPSG-HSQL.directory";
    private static final Pattern AXIS = Pattern.compile(",\\s*AXIS\\s*\\[[^\\]]*\\]");

    ReferencingEngine() {
        // GeoTools' own assertions fail on correct answers (null shifts between realisations of ETRS89): never run them.
        ReferencingEngine.class.getClassLoader().setPackageAssertionStatus("org.geotools", false);
        if (System.getProperty(DIRECTORY) == null) {
            System.setProperty(DIRECTORY, Path.of(System.getProperty("java.io.tmpdir"),
                    "kvarter-epsg-" + System.getProperty("user.name", "user")).toString());
        }
    }

    /** The system under an EPSG code, compound and three-dimensional ones split; empty where there is none or no use for it. */
    Optional<CoordinateSystem> system(int code) {
        try {
            CoordinateReferenceSystem crs = CRS.decode("EPSG:" + code, true);
            Optional<HeightSystem> vertical = Optional.empty();
            CoordinateReferenceSystem flat = crs;
            if (crs instanceof CompoundCRS compound) {
                for (CoordinateReferenceSystem part : compound.getCoordinateReferenceSystems()) {
                    if (part instanceof VerticalCRS height) {
                        vertical = Optional.of(height(height));
                    } else {
                        flat = part;
                    }
                }
            }
            if (flat.getCoordinateSystem().getDimension() == 3) {
                vertical = Optional.of(new HeightSystem("", name(flat) + " ellipsoid", 1));
                flat = CRS.getHorizontalCRS(flat);
            }
            return flat == null ? Optional.empty() : system("EPSG:" + code, crs, flat, vertical);
        } catch (FactoryException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private Optional<CoordinateSystem> system(String code, IdentifiedObject whole, CoordinateReferenceSystem flat,
                                              Optional<HeightSystem> vertical) throws FactoryException {
        boolean geographic = flat instanceof GeographicCRS;
        if (!geographic && !(flat instanceof ProjectedCRS)) {
            return Optional.empty();
        }
        String horizontal = code(flat);
        if (horizontal.isEmpty()) {
            Integer found = CRS.lookupEpsgCode(flat, true);
            horizontal = found == null ? flat.toWKT() : "EPSG:" + found;
        }
        AxisDirection first = horizontal.startsWith("EPSG:")
                ? CRS.decode(horizontal, false).getCoordinateSystem().getAxis(0).getDirection() : AxisDirection.EAST;
        return Optional.of(new CoordinateSystem(code, name(whole), horizontal, vertical, geographic,
                geographic ? Double.NaN : metres(flat.getCoordinateSystem().getAxis(0).getUnit()), AxisDirection.NORTH.equals(first)));
    }

    /** The vertical system under an EPSG code; empty where the code is not of one. */
    Optional<HeightSystem> heights(int code) {
        try {
            return CRS.decode("EPSG:" + code, true) instanceof VerticalCRS vertical ? Optional.of(height(vertical)) : Optional.empty();
        } catch (FactoryException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The horizontal system that well-known text describes, without a code. */
    Optional<CoordinateSystem> system(String wkt) {
        try {
            CoordinateReferenceSystem crs = horizontal(wkt);
            if (crs.getCoordinateSystem().getDimension() != 2) {
                return Optional.empty();
            }
            // No search for an equal system in the database: that takes more than ten seconds.
            boolean geographic = crs instanceof GeographicCRS;
            if (!geographic && !(crs instanceof ProjectedCRS)) {
                return Optional.empty();
            }
            return Optional.of(new CoordinateSystem("", name(crs), wkt, Optional.empty(), geographic,
                    geographic ? Double.NaN : metres(crs.getCoordinateSystem().getAxis(0).getUnit()), false));
        } catch (FactoryException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * The transform between two horizontal definitions, east or longitude first on both sides. Take its inverse for the way back:
     * asked for separately, GeoTools may choose other parameters of the datum shift.
     */
    MathTransform transform(String from, String to) throws FactoryException {
        return CRS.findMathTransform(horizontal(from), horizontal(to), true);
    }

    private static CoordinateReferenceSystem horizontal(String definition) throws FactoryException {
        if (definition.startsWith("EPSG:")) {
            return CRS.decode(definition, true);
        }
        if (definition.isEmpty()) {
            throw new NoSuchAuthorityCodeException("no coordinate reference system", "EPSG", "");
        }
        // Without its axes the text means east and north, in that order, which is how coordinates are held here.
        CoordinateReferenceSystem stated = CRS.parseWKT(AXIS.matcher(definition).replaceAll(""));
        Optional<Integer> base = WktText.parse(definition).flatMap(DatumShift::geographicCode);
        return base.isEmpty() ? stated : onKnownDatum(stated, base.get());
    }

    /** The system with the datum of a geographic one of the EPSG dataset, whose way to others is known. */
    private static CoordinateReferenceSystem onKnownDatum(CoordinateReferenceSystem stated, int geographicCode) throws FactoryException {
        if (!(CRS.decode("EPSG:" + geographicCode, true) instanceof GeographicCRS base)) {
            return stated;
        }
        if (stated instanceof ProjectedCRS projected) {
            return new DefaultProjectedCRS(Map.of(IdentifiedObject.NAME_KEY, name(stated)), projected.getConversionFromBase(), base,
                    projected.getConversionFromBase().getMathTransform(), projected.getCoordinateSystem());
        }
        return stated instanceof GeographicCRS ? base : stated;
    }

    /** Where a system is meant to be used, in its own coordinates, east first; empty where the database does not say. */
    Optional<Bounds> areaOfUse(String definition) {
        try {
            var area = CRS.getEnvelope(horizontal(definition));
            return area == null ? Optional.empty()
                    : Optional.of(new Bounds(area.getMinimum(0), area.getMinimum(1), 0, area.getMaximum(0), area.getMaximum(1), 0));
        } catch (FactoryException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** A definition as well-known text on one line. */
    Optional<String> wellKnownText(String definition) {
        try {
            return Optional.of(horizontal(definition).toWKT().replaceAll("\\s*\\n\\s*", ""));
        } catch (FactoryException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static HeightSystem height(VerticalCRS crs) {
        return new HeightSystem(code(crs), name(crs), metres(crs.getCoordinateSystem().getAxis(0).getUnit()));
    }

    private static double metres(Unit<?> unit) {
        return unit.asType(javax.measure.quantity.Length.class).getConverterTo(SI.METRE).convert(1.0);
    }

    private static String name(IdentifiedObject object) {
        return object.getName().getCode();
    }

    private static String code(IdentifiedObject object) {
        for (ReferenceIdentifier id : object.getIdentifiers()) {
            if ("EPSG".equalsIgnoreCase(id.getCodeSpace())) {
                return "EPSG:" + id.getCode();
            }
        }
        return "";
    }
}
