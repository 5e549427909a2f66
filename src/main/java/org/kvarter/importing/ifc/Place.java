package org.kvarter.importing.ifc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.Statement;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.ifc.place.Candidate;
import org.kvarter.importing.ifc.place.GeoReference;
import org.kvarter.importing.ifc.place.GeoReferenceFinder;
import org.kvarter.importing.ifc.place.ModelExtent;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/**
 * Where the model is put.
 *
 * @param crs        the system its coordinates are then in; empty where it is not known
 * @param toCrs      from the model's coordinates, metres, to that system
 * @param statements all that the file says of its place, where it says several things
 */
record Place(String crs, Affine toCrs, List<Statement> statements) {

    private static final Texts TEXTS = Texts.in(Place.class);

    /** The setting that names the statement to follow: {@code none}, or a {@link GeoReference#word}. */
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
            case "" -> found.best();
            default -> named(found, wish, problems).or(found::best);
        };
        for (GeoReference.Note note : found.notes()) {
            problems.add(note.warning() ? Severity.WARNING : Severity.INFO, note.key(), "", note.arguments().toArray());
        }
        if (chosen.isEmpty()) {
            problems.add(Severity.INFO, "place.none", "");
            return new Place("", Affine.IDENTITY, statements(found, Affine.IDENTITY, systems));
        }
        Candidate candidate = chosen.get();
        problems.add(Severity.INFO, "place." + candidate.source().name().toLowerCase(Locale.ROOT), "", candidate.object(), candidate.crs(),
                Math.round(candidate.rotation() * 10) / 10.0);
        return new Place(candidate.crs(), candidate.toCrs(), statements(found, candidate.toCrs(), systems));
    }

    /** A person states the system: the numbers of the named statement, else of a map conversion count in it, else the model's own do. */
    private static Place stated(GeoReference found, String crs, String wish, CoordinateSystems systems, DiagnosticTally problems) {
        double unit = systems.find(crs).map(CoordinateSystem::metresPerUnit).filter(u -> u > 0).orElse(1.0);
        boolean own = wish.equals("none") || crs.equals("local");
        Optional<Candidate> numbers = own ? Optional.empty() : (wish.isEmpty() ? Optional.<Candidate>empty() : named(found, wish, problems))
                .or(() -> found.of(Candidate.Source.MAP_CONVERSION)).or(() -> found.of(Candidate.Source.PROPERTY_SET));
        if (numbers.isEmpty()) {
            double perUnit = 1 / unit;
            Affine toCrs = new Affine(new double[] {perUnit, 0, 0, 0, 0, perUnit, 0, 0, 0, 0, 1, 0});
            problems.add(Severity.INFO, "place.stated", "", crs);
            return new Place(crs, toCrs, statements(found, toCrs, systems));
        }
        double k = systems.find(numbers.get().crs()).map(CoordinateSystem::metresPerUnit).filter(u -> u > 0).orElse(1.0) / unit;
        Affine toCrs = k == 1 ? numbers.get().toCrs()
                : new Affine(new double[] {k, 0, 0, 0, 0, k, 0, 0, 0, 0, 1, 0}).times(numbers.get().toCrs());
        problems.add(Severity.INFO, "place.statedConversion", "", crs, numbers.get().object());
        return new Place(crs, toCrs, statements(found, toCrs, systems));
    }

    private static Optional<Candidate> named(GeoReference found, String wish, DiagnosticTally problems) {
        Optional<Candidate> named = found.named(wish).or(() -> wish.equals("map") ? found.of(Candidate.Source.PROPERTY_SET) : Optional.empty());
        if (named.isEmpty()) {
            problems.add(Severity.WARNING, "place.unknownWish", "", wish,
                    String.join(", ", found.candidates().stream().map(found::word).toList()));
        }
        return named;
    }

    /** What the file says, as it may be chosen from, seen from the coordinates in which the model is given. */
    private static List<Statement> statements(GeoReference found, Affine given, CoordinateSystems systems) {
        Affine back = given.inverse();
        List<Statement> all = new ArrayList<>();
        for (Candidate candidate : found.candidates()) {
            systems.find(candidate.crs()).ifPresent(system -> all.add(new Statement(
                    TEXTS.get("place.as." + candidate.source().name().toLowerCase(Locale.ROOT), candidate.object(), system.label()),
                    Optional.of(system),
                    candidate.toCrs() == given ? Affine.IDENTITY.m().clone() : candidate.toCrs().times(back).m().clone(),
                    Map.of(SETTING, found.word(candidate)))));
        }
        if (given != Affine.IDENTITY) {
            all.add(new Statement(TEXTS.get("place.as.own"), Optional.empty(), back.m().clone(), Map.of(SETTING, "none")));
        }
        return all;
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
