package org.kvarter.tables.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.KnownMeaning;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/**
 * Market documents of the ENTSO-E transparency platform (IEC 62325-451): prices ({@code Publication_MarketDocument}), load and generation
 * ({@code GL_MarketDocument}). Points are numbered within periods whose start is UTC; in curves of type A03 a point that is left out is that before it.
 */
final class Entsoe implements TableFormat {

    private static final Texts TEXTS = Texts.in(Entsoe.class);
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.known(0, "time", "", CellType.TIME, KnownMeaning.of(ColumnRole.TIME)),
            TableColumn.known(1, "domain", "", CellType.TEXT, KnownMeaning.of(ColumnRole.PLACE)),
            TableColumn.known(2, "quantity", "", CellType.TEXT, KnownMeaning.of(ColumnRole.QUANTITY)),
            TableColumn.known(3, "value", "", CellType.NUMBER, KnownMeaning.value("", "")),
            TableColumn.known(4, "unit", "", CellType.TEXT, KnownMeaning.of(ColumnRole.UNIT)));

    @Override
    public String name() {
        return "ENTSO-E";
    }

    @Override
    public int score(String fileName, byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.UTF_8);
        return text.matches("(?s).*<(\\w+:)?(Publication|GL|Balancing|Acknowledgement)_MarketDocument\\b.*") ? 95 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        // an answer that holds no data says why: the first row, or its refusal, tells
        try (EntsoeCursor cursor = new EntsoeCursor(file)) {
            if (cursor.next() == null) {
                throw new TableException(cursor.reason().isEmpty() ? TEXTS.get("entsoe.none", file.getFileName()) : TEXTS.get("entsoe.refused", file.getFileName(), cursor.reason()));
            }
        }
        TableOptions used = options.with(TableOptions.ZONE, options.get(TableOptions.ZONE).isEmpty() ? "UTC" : options.get(TableOptions.ZONE)).with(TableOptions.LABEL, "start");
        return List.of(new PlainTable(file, name(), String.valueOf(file.getFileName()), COLUMNS, used,
                List.of(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("entsoe.document"))), OptionalLong.empty(), () -> new EntsoeCursor(file)));
    }
}
