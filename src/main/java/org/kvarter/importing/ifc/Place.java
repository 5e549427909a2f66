package org.kvarter.importing.ifc;

import java.util.Locale;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.ifc.place.Candidate;
import org.kvarter.importing.ifc.place.GeoReference;
import org.kvarter.importing.ifc.place.GeoReferenceFinder;
import org.kvarter.importing.ifc.place.ModelExtent;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.model.Severity;

/**
 * Where the model is put.
 *
 * @param crs    the system its coordinates are then in; empty where it is not known
 * @param toCrs  from the model's coordinates, metres, to that system
 * @param chosen what in the file says so; empty for nothing
 */
record Place(String crs, Affine toCrs, Optional<Candidate> chosen) {

    /** The setting that names the statement to follow: {@code map}, {@code site} or {@code none}. */
    static final String SETTING = "georeference";

    static Place of(IfcModel model, ReadOptions options, DiagnosticTally problems) {
        CoordinateSystems systems = new CoordinateSystems();
        GeoReference found = new GeoReferenceFinder(model.file(), model.units(), model.properties(), systems, extent(model)).find();
        Optional<String> stated = options.setting("crs").filter(c -> !c.isBlank());
        String wish = options.setting(SETTING).orElse("").strip().toLowerCase(Locale.ROOT);
        if (stated.isPresent()) {
            return stated(found, stated.get(), wish, systems, problems);
        }
        Optional<Candidate> chosen = switch (wish) {
            case "none" -> Optional.empty();
            case "site" -> found.of(Candidate.Source.SITE);
            case "map" -> found.of(Candidate.Source.MAP_CONVERSION).or(() -> found.of(Candidate.Source.PROPERTY_SET));
            default -> found.best();
        };
        for (GeoReference.Note note : found.notes()) {
            problems.add(note.warning() ? Severity.WARNING : Severity.INFO, note.key(), "", note.arguments().toArray());
        }
        if (chosen.isEmpty()) {
            problems.add(Severity.INFO, "place.none", "");
            return new Place("", Affine.IDENTITY, chosen);
        }
        Candidate candidate = chosen.get();
        problems.add(Severity.INFO, "place." + candidate.source().name().toLowerCase(Locale.ROOT), "", candidate.object(), candidate.crs(),
                Math.round(candidate.rotation() * 10) / 10.0);
        return new Place(candidate.crs(), candidate.toCrs(), chosen);
    }

    /** A person states the system: a map conversion counts in it, else the model's own coordinates do. */
    private static Place stated(GeoReference found, String crs, String wish, CoordinateSystems systems, DiagnosticTally problems) {
        double unit = systems.find(crs).map(CoordinateSystem::metresPerUnit).filter(u -> u > 0).orElse(1.0);
        Optional<Candidate> conversion = found.of(Candidate.Source.MAP_CONVERSION).or(() -> found.of(Candidate.Source.PROPERTY_SET));
        if (wish.equals("none") || conversion.isEmpty() || crs.equals("local")) {
            double perUnit = 1 / unit;
            problems.add(Severity.INFO, "place.stated", "", crs);
            return new Place(crs, new Affine(new double[] {perUnit, 0, 0, 0, 0, perUnit, 0, 0, 0, 0, 1, 0}), Optional.empty());
        }
        double own = systems.find(conversion.get().crs()).map(CoordinateSystem::metresPerUnit).filter(u -> u > 0).orElse(1.0);
        double k = own / unit;
        problems.add(Severity.INFO, "place.statedConversion", "", crs, conversion.get().object());
        return new Place(crs, new Affine(new double[] {k, 0, 0, 0, 0, k, 0, 0, 0, 0, 1, 0}).times(conversion.get().toCrs()), conversion);
    }

    /** By the places of products, without their shapes. */
    private static ModelExtent extent(IfcModel model) {
        double[] sum = new double[3];
        int count = 0;
        double[] site = null;
        for (Product product : model.products().all()) {
            if (product.placement() < 0) {
                continue;
            }
            Affine placement = model.shapes().placement(product);
            if (placement == null) {
                continue;
            }
            double[] o = placement.origin();
            if (product.type().equals("IFCSITE")) {
                site = site == null ? o : site;
            } else {
                for (int k = 0; k < 3; k++) {
                    sum[k] += o[k];
                }
                count++;
            }
        }
        double[] origin = site == null ? new double[3] : site;
        return new ModelExtent(count == 0 ? origin : new double[] {sum[0] / count, sum[1] / count, sum[2] / count}, origin);
    }
}
