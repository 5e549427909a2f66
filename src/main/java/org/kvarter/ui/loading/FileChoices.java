package org.kvarter.ui.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.Evidence;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.importing.HeightCandidate;
import org.kvarter.importing.LayerPreview;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.text.Texts;

/** What can be chosen about one file before it is read, with what is proposed. Mutable, for one dialog. */
public final class FileChoices {

    private static final Texts TEXTS = Texts.in(FileChoices.class);
    /** Where a model in metres of its own stands. */
    private static final String ANCHOR = "anchor";

    private final Path file;
    private final String format;
    private final List<LayerPreview> layers;
    private final ReadOptions before;
    private final List<PlaceCandidate> candidates;
    private final String question;
    private PlaceCandidate place;
    private Bounds seen = Bounds.EMPTY;
    private double[] pointed;
    private final Map<String, String> settings = new HashMap<>();
    private String crs = "";
    private String lod = "";

    FileChoices(Path file, String format, List<LayerPreview> layers) {
        this(file, format, layers, ReadOptions.DEFAULT, List.of(), "");
    }

    private FileChoices(Path file, String format, List<LayerPreview> layers, ReadOptions before, List<PlaceCandidate> candidates,
                        String question) {
        this.file = file;
        this.format = format;
        this.layers = List.copyOf(layers);
        this.before = before;
        this.candidates = List.copyOf(candidates);
        this.question = question;
        this.lod = before.lod().orElse("");
    }

    /** The choices of a file whose place is not known. */
    static FileChoices of(PlaceQuestion question) {
        FileChoices choices = new FileChoices(question.file(), question.format(), List.of(), question.request().options(), question.candidates(),
                ask(question));
        choices.place = question.candidates().isEmpty() ? null : question.candidates().get(0);
        choices.seen = question.evidence().extent();
        return choices;
    }

    /** The choices of a file that has a place, which is asked for all the same. */
    static FileChoices again(PlaceQuestion question) {
        FileChoices choices = new FileChoices(question.file(), question.format(), List.of(), question.request().options(), question.candidates(),
                TEXTS.get("crs.again", question.file().getFileName())).chosen();
        choices.seen = question.evidence().extent();
        return choices;
    }

    private FileChoices chosen() {
        place = candidates.isEmpty() ? null : candidates.get(0);
        return this;
    }

    private static String ask(PlaceQuestion question) {
        String name = question.file().getFileName().toString();
        return question.doubted().map(s -> TEXTS.get("crs.doubted", name, s.label()))
                .orElseGet(() -> TEXTS.get(question.stated().isEmpty() ? "crs.ask" : "crs.notKnown", name, question.stated().orElse("")));
    }

    public Path file() {
        return file;
    }

    /** Name of the format it is taken for; empty where it is not recognised. */
    public String format() {
        return format;
    }

    /** Its layers, where the format tells them. */
    public List<LayerPreview> layers() {
        return layers;
    }

    /** Where it may belong, the likeliest first. */
    public List<PlaceCandidate> candidates() {
        return candidates;
    }

    /** The candidate chosen; empty where a system is written instead, or nothing is chosen. */
    Optional<PlaceCandidate> place() {
        return Optional.ofNullable(place);
    }

    /** Chooses a candidate; {@code null} for none of them. */
    public void setPlace(PlaceCandidate candidate) {
        place = candidate;
    }

    /** The candidate in metres of the file's own, which may stand anywhere; empty where there is none. */
    Optional<PlaceCandidate> local() {
        return candidates.stream().filter(c -> c.system().isEmpty()).findFirst();
    }

    /** Puts the middle of a model in metres of its own to a place, on the ground where that is known. */
    void setAnchor(District district, double east, double north) {
        LocalFrame frame = district.frame();
        Bounds box = repaired();
        double ground = district.terrain().map(t -> t.heightAt(east, north)).filter(Double::isFinite).orElse(0.0);
        pointed = new double[] {east - box.centreEast(), north - box.centreNorth(), ground - box.minUp()};
        put(ANCHOR, String.format(java.util.Locale.ROOT, "%.3f,%.3f,%.3f", pointed[0] + frame.originEast(), pointed[1] + frame.originNorth(),
                pointed[2] + frame.originHeight()));
    }

    private Bounds repaired() {
        Bounds extent = local().flatMap(PlaceCandidate::statement).map(own -> own.through(Evidence.of(seen))).map(Evidence::extent).orElse(seen);
        double[] corners = {extent.minEast(), extent.minNorth(), extent.minUp(), extent.maxEast(), extent.maxNorth(), extent.maxUp()};
        local().ifPresent(c -> c.adjustment().apply(corners, 0, 2));
        return Bounds.of(corners, 0, 2);
    }

    /** Where a candidate would lie in the local frame: of the one in metres of the file's own, where a person has pointed. */
    Optional<Bounds> box(PlaceCandidate candidate) {
        if (pointed == null || candidate.system().isPresent()) {
            return candidate.box();
        }
        Bounds box = repaired();
        return Optional.of(new Bounds(box.minEast() + pointed[0], box.minNorth() + pointed[1], 0, box.maxEast() + pointed[0], box.maxNorth() + pointed[1], 0));
    }

    /** Why its place is asked for; empty where it is known. */
    public String question() {
        return question;
    }

    /** Whether it cannot be read without an answer: footprints that nothing says how high to raise. */
    boolean needsAnswer() {
        return !question.isEmpty() || layers.stream().anyMatch(FileChoices::lacksHeight);
    }

    static boolean lacksHeight(LayerPreview layer) {
        return layer.kind() == LayerKind.BUILDINGS && layer.geometry().contains("Polygon") && layer.heights().isEmpty();
    }

    /** The system chosen, as text; empty for what the file says. */
    public String crs() {
        return crs;
    }

    public void setCrs(String text) {
        crs = text == null ? "" : text.trim();
    }

    /** The system of that text; empty for none and for one that is not known. */
    static Optional<CoordinateSystem> known(String text) {
        String code = text.matches("\\d{4,6}") ? "EPSG:" + text : text;
        return code.isBlank() ? Optional.empty() : new CoordinateSystems().find(code);
    }

    /** Whether the file can be read as chosen. */
    public boolean isAnswered() {
        boolean named = crs.equals(ImportRequest.LOCAL) || known(crs).isPresent();
        return question.isEmpty() ? crs.isEmpty() || named : place != null || named;
    }

    public void setLod(String text) {
        lod = text == null ? "" : text;
    }

    /** Takes a layer for another kind; {@code null} for the proposed one. */
    public void setKind(LayerPreview layer, LayerKind kind) {
        put("kind." + layer.layer(), kind == null || kind == layer.kind() ? "" : kind.name());
    }

    /** The kind a layer is taken for. */
    public LayerKind kind(LayerPreview layer) {
        String chosen = settings.get("kind." + layer.layer());
        return chosen == null ? layer.kind() : LayerKind.valueOf(chosen);
    }

    /** Raises footprints by an attribute. */
    public void setHeight(LayerPreview layer, HeightCandidate candidate) {
        put("heightAttribute." + layer.layer(), candidate.measure() == HeightCandidate.Measure.HEIGHT ? candidate.attribute() : "");
        put("storeysAttribute." + layer.layer(), candidate.measure() == HeightCandidate.Measure.STOREYS ? candidate.attribute() : "");
    }

    /** Raises footprints without a height to this one, metres. */
    public void setDefaultHeight(LayerPreview layer, double metres) {
        put("defaultHeight." + layer.layer(), metres > 0 ? Double.toString(metres) : "");
    }

    /** Everything from which a layer could be raised, best first. */
    static List<HeightCandidate> heights(LayerPreview layer) {
        return new ArrayList<>(layer.heights());
    }

    private void put(String key, String value) {
        if (value.isEmpty()) {
            settings.remove(key);
        } else {
            settings.put(key, value);
        }
    }

    /** What to ask of the pipeline. */
    ImportRequest request() {
        Map<String, String> all = new HashMap<>(before.settings());
        all.putAll(settings);
        if (place != null && place.system().isPresent()) {
            all.remove(ANCHOR);
        }
        if (place == null && !crs.isEmpty()) {
            // a system that is written counts for the file's usual numbers, not for those of a statement chosen before
            candidates.stream().flatMap(c -> c.statement().stream()).forEach(s -> all.keySet().removeAll(s.settings().keySet()));
        }
        ReadOptions options = new ReadOptions(lod.isBlank() ? Optional.empty() : Optional.of(lod), before.bbox(), all);
        ImportRequest request = ImportRequest.of(file).withOptions(options);
        if (place != null) {
            return PlaceQuestion.answer(request, place);
        }
        return crs.isEmpty() ? request : request.withCrs(known(crs).map(CoordinateSystem::definition).orElse(crs));
    }
}
