package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * What stands before the features of a FlatGeobuf file (flatgeobuf.org, header.fbs, version 3).
 *
 * @param name     of the layer, may be empty
 * @param title    for people, may be empty
 * @param envelope {@code null} where none is stated
 * @param type     geometry type of all features, 0 where each states its own
 * @param columns  attributes
 * @param types    FlatGeobuf's type of each column
 * @param count    features, 0 where it is not known
 * @param nodeSize children of a node of the index, 0 where there is none
 * @param crs      as the stores spell it
 */
record FlatGeobufHeader(String name, String title, Envelope envelope, int type, List<VectorColumn> columns, int[] types, long count,
                        int nodeSize, Optional<String> crs) {

    /** Column types by their numbers; binary values are not kept. */
    private static final List<Class<?>> CLASSES = List.of(Integer.class, Integer.class, Boolean.class, Integer.class, Integer.class, Integer.class,
            Long.class, Long.class, Long.class, Double.class, Double.class, String.class, String.class, String.class, String.class);

    /** @throws MalformedGeometryException where the buffer is no header */
    static FlatGeobufHeader of(ByteBuffer bytes) throws MalformedGeometryException {
        FlatTable table = FlatTable.root(bytes);
        FlatTable.Vector list = table.vector(7, 4);
        if (list.length() > StoreLimits.MAX_COLUMNS) {
            throw new MalformedGeometryException("geometry.recordLength");
        }
        List<VectorColumn> columns = new ArrayList<>();
        int[] types = new int[list.length()];
        Set<String> names = new HashSet<>();
        for (int i = 0; i < types.length; i++) {
            FlatTable column = table.element(list, i);
            types[i] = column.unsignedByte(1);
            if (types[i] >= CLASSES.size()) {
                throw new MalformedGeometryException("geometry.unknownType", types[i]);
            }
            String name = column.text(0).isBlank() ? "column " + (i + 1) : column.text(0);
            while (!names.add(name)) {
                name += "_";
            }
            columns.add(new VectorColumn(name, CLASSES.get(types[i])));
        }
        return new FlatGeobufHeader(table.text(0), table.text(11), envelope(table), table.unsignedByte(2), columns, types, table.number(8),
                table.unsignedShort(9, 16), crs(table.table(10)));
    }

    private static Envelope envelope(FlatTable table) throws MalformedGeometryException {
        FlatTable.Vector box = table.vector(1, 8);
        if (box.length() < 4) {
            return null;
        }
        int half = box.length() / 2;
        double minX = table.doubleAt(box, 0);
        double minY = table.doubleAt(box, 1);
        double maxX = table.doubleAt(box, half);
        double maxY = table.doubleAt(box, half + 1);
        return minX <= maxX && minY <= maxY && Double.isFinite(maxX - minX + maxY - minY) ? new Envelope(minX, maxX, minY, maxY) : null;
    }

    private static Optional<String> crs(FlatTable crs) throws MalformedGeometryException {
        if (crs == null) {
            return Optional.empty();
        }
        String organisation = crs.text(0).isBlank() ? "EPSG" : crs.text(0);
        int code = crs.integer(1);
        if (code > 0) {
            return CrsTexts.normalise(organisation + ":" + code);
        }
        String named = crs.text(5);
        return CrsTexts.normalise(!named.isBlank() ? organisation + ":" + named : crs.text(4));
    }

    /** Bytes of the index of {@code count} boxes: 40 for each and for each node above them; even one box has a root. */
    static long indexSize(long count, int nodeSize) {
        if (count <= 0 || nodeSize < 2) {
            return 0;
        }
        long nodes = count;
        long level = count;
        do {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        } while (level > 1);
        return 40 * nodes;
    }

    boolean hasIndex() {
        return indexSize(count, nodeSize) > 0;
    }
}
