package org.kvarter.importing.dxf;

import java.util.ArrayList;
import java.util.List;

/** Writes small DXF files: {@code new Drawing().layer("roads", 1).entity("LINE", 8, "roads", 10, 1, 20, 2 …)}. */
final class Drawing {

    private final StringBuilder header = new StringBuilder();
    private final StringBuilder tables = new StringBuilder();
    private final StringBuilder blocks = new StringBuilder();
    private final StringBuilder entities = new StringBuilder();

    private static String pairs(Object... pairs) {
        List<String> lines = new ArrayList<>();
        for (Object each : pairs) {
            lines.add(String.valueOf(each));
        }
        return String.join("\n", lines) + "\n";
    }

    Drawing units(int code) {
        header.append(pairs(9, "$INSUNITS", 70, code));
        return this;
    }

    Drawing version(String version, String codePage) {
        header.append(pairs(9, "$ACADVER", 1, version, 9, "$DWGCODEPAGE", 3, codePage));
        return this;
    }

    Drawing layer(String name, int colour) {
        tables.append(pairs(0, "LAYER", 2, name, 70, 0, 62, colour));
        return this;
    }

    Drawing block(String name, double x, double y, Drawing content) {
        blocks.append(pairs(0, "BLOCK", 2, name, 10, x, 20, y)).append(content.entities).append(pairs(0, "ENDBLK"));
        return this;
    }

    Drawing entity(String type, Object... values) {
        entities.append(pairs(0, type)).append(pairs(values));
        return this;
    }

    private static String section(String name, CharSequence body) {
        return pairs(0, "SECTION", 2, name) + body + pairs(0, "ENDSEC");
    }

    String text() {
        return section("HEADER", header) + section("TABLES", pairs(0, "TABLE", 2, "LAYER") + tables + pairs(0, "ENDTAB")) + section("BLOCKS", blocks)
                + section("ENTITIES", entities) + pairs(0, "EOF");
    }
}
