package org.kvarter.importing.obj;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.model.Severity;

/** Turns the lines of an OBJ file into an {@link ObjModel}. */
final class ObjParser {

    private static final int LINES_PER_REPORT = 1 << 15;

    private final Path file;
    private final ObjModel model;
    private final MtlReader materials;
    private final DiagnosticTally problems;

    ObjParser(Path file, ObjModel model, MtlReader materials, DiagnosticTally problems) {
        this.file = file;
        this.model = model;
        this.materials = materials;
        this.problems = problems;
    }

    /** Reads all lines; {@code report} is called every few thousand. */
    void parse(LineReader line, Runnable report) throws IOException {
        for (int count = 1; line.next(); count++) {
            String keyword = line.word();
            if (keyword != null) {
                statement(keyword, line);
            }
            if (count % LINES_PER_REPORT == 0) {
                report.run();
            }
        }
    }

    private void statement(String keyword, LineReader line) throws IOException {
        switch (keyword) {
            case "v" -> vertex(line);
            case "vt" -> model.coordinates.add(line.number64(), line.number64(), 0);
            case "f", "fo" -> face(line);
            case "o" -> model.startObject(line.rest());
            case "g" -> model.startGroup(line.rest());
            case "usemtl" -> model.useMaterial(line.rest());
            case "mtllib" -> library(line.rest());
            case "l", "p", "curv", "curv2", "surf" -> problems.add(Severity.INFO, "element.ignored", "", keyword,
                    String.valueOf(line.number()));
            default -> { }
        }
    }

    private void vertex(LineReader line) {
        double x = line.number64();
        double y = line.number64();
        double z = line.number64();
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
            problems.add(Severity.WARNING, "vertex.broken", "", String.valueOf(line.number()));
            x = Double.NaN;
        }
        model.vertices.add(x, y, z);
    }

    private void face(LineReader line) {
        for (int number; (number = line.vertexNumber()) != 0;) {
            model.corners.add(number > 0 ? number - 1 : number == Integer.MIN_VALUE ? number : model.vertexCount() + number);
            int coordinate = line.coordinateNumber();
            if (coordinate != 0) {
                model.cornerCoordinate(coordinate > 0 ? coordinate - 1 : Math.max(-1, model.coordinates.size() / 3 + coordinate));
            }
        }
        model.endFace();
    }

    /** One file, or several; names may hold blanks, so that the whole rest is tried first. */
    private void library(String names) throws IOException {
        Optional<Path> whole = MtlReader.locate(file, names);
        if (whole.isPresent()) {
            materials.read(whole.get());
            return;
        }
        for (String name : names.split("\\s+")) {
            Optional<Path> found = MtlReader.locate(file, name);
            if (found.isPresent()) {
                materials.read(found.get());
            } else {
                problems.add(Severity.WARNING, "mtl.missing", "", name);
            }
        }
    }
}
