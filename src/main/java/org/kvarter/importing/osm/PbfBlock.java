package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one PrimitiveBlock of an OSM PBF file. Used once. */
final class PbfBlock {

    private static final Member.Type[] TYPES = Member.Type.values();
    private static final double NANO_TO_UNIT = 1e-2;
    private static final double MAX_LONGITUDE = 180e7;
    private static final double MAX_LATITUDE = 90e7;

    private final OsmHandler handler;
    private final List<String> strings = new ArrayList<>();
    private final List<Pbf> groups = new ArrayList<>();
    private long granularity = 100;
    private long latitudeOffset;
    private long longitudeOffset;

    PbfBlock(OsmHandler handler) {
        this.handler = handler;
    }

    void read(byte[] bytes) throws MalformedOsmException {
        Pbf block = new Pbf(bytes);
        while (block.next()) {
            switch (block.field()) {
                case 1 -> strings(block.message());
                case 2 -> groups.add(block.message());
                case 17 -> granularity = block.varint();
                case 19 -> latitudeOffset = block.varint();
                case 20 -> longitudeOffset = block.varint();
                default -> block.skip();
            }
        }
        for (Pbf group : groups) {
            while (group.next()) {
                switch (group.field()) {
                    case 1 -> node(group.message());
                    case 2 -> dense(group.message());
                    case 3 -> way(group.message());
                    case 4 -> relation(group.message());
                    default -> group.skip();
                }
            }
        }
    }

    private void strings(Pbf table) throws MalformedOsmException {
        while (table.next()) {
            if (table.field() == 1) {
                strings.add(table.string());
            } else {
                table.skip();
            }
        }
    }

    private String string(int index) throws MalformedOsmException {
        if (index < 0 || index >= strings.size()) {
            throw new MalformedOsmException("string " + index);
        }
        return strings.get(index);
    }

    private Tags tags(int[] keys, int[] values) throws MalformedOsmException {
        if (keys.length != values.length) {
            throw new MalformedOsmException("tags");
        }
        if (keys.length == 0) {
            return Tags.NONE;
        }
        String[] pairs = new String[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            pairs[2 * i] = string(keys[i]);
            pairs[2 * i + 1] = string(values[i]);
        }
        return new Tags(pairs);
    }

    private void place(long id, long longitude, long latitude, Tags tags) throws MalformedOsmException {
        double x = (longitudeOffset + (double) granularity * longitude) * NANO_TO_UNIT;
        double y = (latitudeOffset + (double) granularity * latitude) * NANO_TO_UNIT;
        if (!(Math.abs(x) <= MAX_LONGITUDE && Math.abs(y) <= MAX_LATITUDE)) {
            throw new MalformedOsmException("node/" + id);
        }
        handler.node(id, (int) Math.round(x), (int) Math.round(y), tags);
    }

    private void node(Pbf node) throws MalformedOsmException {
        long id = 0;
        long longitude = 0;
        long latitude = 0;
        int[] keys = {};
        int[] values = {};
        while (node.next()) {
            switch (node.field()) {
                case 1 -> id = node.signed();
                case 2 -> keys = node.packed();
                case 3 -> values = node.packed();
                case 8 -> latitude = node.signed();
                case 9 -> longitude = node.signed();
                default -> node.skip();
            }
        }
        place(id, longitude, latitude, tags(keys, values));
    }

    private void dense(Pbf dense) throws MalformedOsmException {
        long[] ids = {};
        long[] latitudes = {};
        long[] longitudes = {};
        int[] keysAndValues = {};
        while (dense.next()) {
            switch (dense.field()) {
                case 1 -> ids = dense.packedDeltas();
                case 8 -> latitudes = dense.packedDeltas();
                case 9 -> longitudes = dense.packedDeltas();
                case 10 -> keysAndValues = dense.packed();
                default -> dense.skip();
            }
        }
        if (latitudes.length != ids.length || longitudes.length != ids.length) {
            throw new MalformedOsmException("dense nodes");
        }
        int at = 0;
        for (int i = 0; i < ids.length; i++) {
            int from = at;
            while (at < keysAndValues.length && keysAndValues[at] != 0) {
                at++;
            }
            place(ids[i], longitudes[i], latitudes[i], denseTags(keysAndValues, from, at));
            at++;
        }
    }

    private Tags denseTags(int[] keysAndValues, int from, int to) throws MalformedOsmException {
        if (to <= from) {
            return Tags.NONE;
        }
        if ((to - from) % 2 != 0) {
            throw new MalformedOsmException("tags of dense nodes");
        }
        String[] pairs = new String[to - from];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = string(keysAndValues[from + i]);
        }
        return new Tags(pairs);
    }

    private void way(Pbf way) throws MalformedOsmException {
        long id = 0;
        int[] keys = {};
        int[] values = {};
        long[] nodes = {};
        while (way.next()) {
            switch (way.field()) {
                case 1 -> id = way.varint();
                case 2 -> keys = way.packed();
                case 3 -> values = way.packed();
                case 8 -> nodes = way.packedDeltas();
                default -> way.skip();
            }
        }
        handler.way(id, nodes, tags(keys, values));
    }

    private void relation(Pbf relation) throws MalformedOsmException {
        long id = 0;
        int[] keys = {};
        int[] values = {};
        int[] roles = {};
        long[] ids = {};
        int[] types = {};
        while (relation.next()) {
            switch (relation.field()) {
                case 1 -> id = relation.varint();
                case 2 -> keys = relation.packed();
                case 3 -> values = relation.packed();
                case 8 -> roles = relation.packed();
                case 9 -> ids = relation.packedDeltas();
                case 10 -> types = relation.packed();
                default -> relation.skip();
            }
        }
        if (roles.length != ids.length || types.length != ids.length || Arrays.stream(types).anyMatch(t -> t < 0 || t >= TYPES.length)) {
            throw new MalformedOsmException("relation/" + id);
        }
        List<Member> members = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            members.add(new Member(TYPES[types[i]], ids[i], string(roles[i])));
        }
        handler.relation(id, members, tags(keys, values));
    }
}
