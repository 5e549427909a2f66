package org.kvarter.importing.osm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** A small OpenStreetMap file, put down by metres east and north of 59° N 18° E, written as XML or as PBF. */
public final class OsmDraft {

    static final LocalPlane PLANE = LocalPlane.at(18, 59);

    private record Node(long id, double lon, double lat, String[] tags) {
    }

    private record Way(long id, long[] refs, String[] tags) {
    }

    private record Relation(long id, String[] members, String[] tags) {
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    /** A street, a house with a roof, a tree. */
    public static OsmDraft sound() {
        return new OsmDraft().node(1, 0, 0).node(2, 20, 0).node(3, 20, 10).node(4, 0, 10).node(5, 30, 30, "natural=tree", "height=7 m")
                .way(10, "1 2 3 4 1", "building=house", "height=10", "roof:shape=gabled", "roof:height=4", "building:colour=red")
                .way(11, "1 5", "highway=residential", "name=Åvägen", "lanes=2");
    }

    OsmDraft node(long id, double east, double north, String... tags) {
        nodes.add(new Node(id, PLANE.lon(east), PLANE.lat(north), tags));
        return this;
    }

    /** A ring of new nodes around a rectangle. */
    OsmDraft box(long id, double west, double south, double east, double north, String... tags) {
        long n = 1000 * id;
        node(n + 1, west, south).node(n + 2, east, south).node(n + 3, east, north).node(n + 4, west, north);
        return way(id, (n + 1) + " " + (n + 2) + " " + (n + 3) + " " + (n + 4) + " " + (n + 1), tags);
    }

    OsmDraft way(long id, String refs, String... tags) {
        String[] words = refs.split(" ");
        long[] ids = new long[words.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Long.parseLong(words[i]);
        }
        ways.add(new Way(id, ids, tags));
        return this;
    }

    /** @param members such as {@code w10 outer} */
    OsmDraft relation(long id, List<String> members, String... tags) {
        relations.add(new Relation(id, members.toArray(String[]::new), tags));
        return this;
    }

    public String xml() {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"test\">\n");
        for (Node node : nodes) {
            xml.append(String.format(Locale.ROOT, "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\">", node.id(), node.lat(), node.lon()));
            end(xml, node.tags(), "node");
        }
        for (Way way : ways) {
            xml.append("<way id=\"").append(way.id()).append("\">");
            for (long ref : way.refs()) {
                xml.append("<nd ref=\"").append(ref).append("\"/>");
            }
            end(xml, way.tags(), "way");
        }
        for (Relation relation : relations) {
            xml.append("<relation id=\"").append(relation.id()).append("\">");
            for (String member : relation.members()) {
                xml.append("<member type=\"").append(member.startsWith("w") ? "way" : member.startsWith("n") ? "node" : "relation")
                        .append("\" ref=\"").append(member.substring(1, member.indexOf(' '))).append("\" role=\"")
                        .append(member.substring(member.indexOf(' ') + 1)).append("\"/>");
            }
            end(xml, relation.tags(), "relation");
        }
        return xml.append("</osm>\n").toString();
    }

    private static void end(StringBuilder xml, String[] tags, String element) {
        for (String tag : tags) {
            xml.append("<tag k=\"").append(tag, 0, tag.indexOf('=')).append("\" v=\"").append(tag.substring(tag.indexOf('=') + 1))
                    .append("\"/>");
        }
        xml.append("</").append(element).append(">\n");
    }

    /** @param zlib whether blobs are compressed */
    byte[] pbf(boolean zlib) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Proto header = new Proto().text(4, "OsmSchema-V0.6").text(4, "DenseNodes");
        blob(file, "OSMHeader", header.bytes(), zlib);
        List<String> strings = new ArrayList<>(List.of(""));
        Proto dense = dense(strings);
        Proto others = new Proto();
        ways.forEach(w -> others.message(3, new Proto().number(1, w.id()).packed(2, keys(w.tags(), strings, 0)).packed(3, keys(w.tags(), strings, 1))
                .packed(8, deltas(w.refs()))));
        relations.forEach(r -> others.message(4, relation(r, strings)));
        Proto table = new Proto();
        strings.forEach(s -> table.text(1, s));
        blob(file, "OSMData", new Proto().message(1, table).message(2, new Proto().message(2, dense)).message(2, others).bytes(), zlib);
        return file.toByteArray();
    }

    private Proto dense(List<String> strings) {
        List<Long> tags = new ArrayList<>();
        for (Node node : nodes) {
            long[] keys = keys(node.tags(), strings, 0);
            long[] values = keys(node.tags(), strings, 1);
            for (int i = 0; i < keys.length; i++) {
                tags.add(keys[i]);
                tags.add(values[i]);
            }
            tags.add(0L);
        }
        return new Proto().packed(1, deltas(nodes.stream().mapToLong(Node::id).toArray()))
                .packed(8, deltas(nodes.stream().mapToLong(n -> Math.round(n.lat() * 1e7)).toArray()))
                .packed(9, deltas(nodes.stream().mapToLong(n -> Math.round(n.lon() * 1e7)).toArray()))
                .packed(10, tags.stream().mapToLong(Long::longValue).toArray());
    }

    private static Proto relation(Relation relation, List<String> strings) {
        int n = relation.members().length;
        long[] roles = new long[n];
        long[] ids = new long[n];
        long[] types = new long[n];
        for (int i = 0; i < n; i++) {
            String member = relation.members()[i];
            roles[i] = index(member.substring(member.indexOf(' ') + 1), strings);
            ids[i] = Long.parseLong(member.substring(1, member.indexOf(' ')));
            types[i] = "nwr".indexOf(member.charAt(0));
        }
        return new Proto().number(1, relation.id()).packed(2, keys(relation.tags(), strings, 0)).packed(3, keys(relation.tags(), strings, 1))
                .packed(8, roles).packed(9, deltas(ids)).packed(10, types);
    }

    private static long[] keys(String[] tags, List<String> strings, int which) {
        long[] indices = new long[tags.length];
        for (int i = 0; i < tags.length; i++) {
            indices[i] = index(tags[i].split("=", 2)[which], strings);
        }
        return indices;
    }

    private static long index(String text, List<String> strings) {
        if (!strings.contains(text)) {
            strings.add(text);
        }
        return strings.indexOf(text);
    }

    private static long[] deltas(long[] values) {
        long[] deltas = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            long d = values[i] - (i == 0 ? 0 : values[i - 1]);
            deltas[i] = d << 1 ^ d >> 63;
        }
        return deltas;
    }

    static void blob(ByteArrayOutputStream file, String type, byte[] content, boolean zlib) {
        Proto blob = new Proto();
        if (zlib) {
            Deflater deflater = new Deflater();
            deflater.setInput(content);
            deflater.finish();
            byte[] out = new byte[content.length + 100];
            int n = deflater.deflate(out);
            deflater.end();
            blob.number(2, content.length).bytes(3, java.util.Arrays.copyOf(out, n));
        } else {
            blob.bytes(1, content);
        }
        byte[] header = new Proto().text(1, type).number(3, blob.bytes().length).bytes();
        file.writeBytes(new byte[] {0, 0, 0, (byte) header.length});
        file.writeBytes(header);
        file.writeBytes(blob.bytes());
    }

    /** Writes protocol buffers. */
    static final class Proto {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Proto number(int field, long value) {
            varint(out, (long) field << 3);
            varint(out, value);
            return this;
        }

        Proto bytes(int field, byte[] content) {
            varint(out, (long) field << 3 | 2);
            varint(out, content.length);
            out.writeBytes(content);
            return this;
        }

        Proto text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Proto message(int field, Proto inner) {
            return bytes(field, inner.bytes());
        }

        Proto packed(int field, long[] values) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            for (long value : values) {
                varint(list, value);
            }
            return bytes(field, list.toByteArray());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private static void varint(ByteArrayOutputStream to, long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                to.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            to.write((int) rest);
        }
    }
}
