package org.kvarter.importing.osm;

import java.util.List;
import java.util.function.Supplier;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/** Raises buildings and tells where their heights come from. Not thread-safe. */
final class BuildingWriter {

    private static final double METRES_PER_STOREY = 3;
    private static final double DEFAULT_HEIGHT = 9;
    private static final double MOST = 1_000;
    private static final String PART = "BuildingPart";

    private final DiagnosticTally notes;
    private final double levelHeight;
    private final double defaultHeight;
    private final int[] origins = new int[BuildingShape.Origin.values().length];

    /**
     * Takes the settings {@code metresPerStorey} and {@code defaultHeight}, metres.
     *
     * @throws ImportException where a setting is no such number
     */
    BuildingWriter(ReadOptions options, DiagnosticTally notes, String file) throws ImportException {
        this.notes = notes;
        this.levelHeight = setting(options, "metresPerStorey", METRES_PER_STOREY, file);
        this.defaultHeight = setting(options, "defaultHeight", DEFAULT_HEIGHT, file);
    }

    private static double setting(ReadOptions options, String name, double otherwise, String file) throws ImportException {
        String text = options.setting(name).orElse("").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        double value = TagNumbers.number(text);
        if (!(value > 0 && value <= MOST)) {
            throw new ImportException(Texts.in(BuildingWriter.class).get("setting", file, name, text));
        }
        return value;
    }

    void write(List<Buildings.Group> groups, Supplier<Output> outputs, Runnable check) {
        for (Buildings.Group group : groups) {
            check.run();
            Output output = outputs.get();
            boolean replaced = !group.parts().isEmpty() && !group.whole().isPart();
            int row = write(group.whole(), -1, !replaced, output);
            for (Outline part : group.parts()) {
                write(part, row, true, output);
            }
            output.flushIfFull();
        }
        int guessed = origins[BuildingShape.Origin.DEFAULT.ordinal()];
        if (guessed > 0) {
            notes.add(Severity.WARNING, "heights.default", "", guessed, defaultHeight);
        }
        int levels = origins[BuildingShape.Origin.LEVELS.ordinal()];
        if (levels > 0) {
            notes.add(Severity.INFO, "heights.levels", "", levels, levelHeight);
        }
    }

    private int write(Outline outline, int parent, boolean raised, Output output) {
        int row = output.add(outline.id(), outline.tags(), null, outline.isPart() ? PART : OsmLayer.BUILDINGS.type(), parent);
        if (!raised) {
            return row;
        }
        Tags tags = outline.tags();
        String roof = tags.text("roof:shape");
        RoofShape built = RoofShape.of(roof);
        if (built == null || !built.isExactly(roof)) {
            notes.add(Severity.INFO, "roof.other", outline.id(), roof, (built == null ? RoofShape.FLAT : built).name().toLowerCase(java.util.Locale.ROOT));
        }
        if (BuildingShape.isContradictory(tags)) {
            notes.add(Severity.WARNING, "heights.contradict", outline.id(), tags.text("min_height"), tags.text("height"));
        }
        origins[BuildingShape.of(tags, 1, levelHeight, defaultHeight).origin().ordinal()]++;
        switch (output.solids().add(row, outline.area(), side -> BuildingShape.of(tags, side, levelHeight, defaultHeight))) {
            case REPAIRED -> notes.add(Severity.WARNING, "footprint.repaired", outline.id());
            case EMPTY -> notes.add(Severity.WARNING, "area.none", outline.id());
            case RAISED -> {
            }
        }
        return row;
    }
}
