package org.kvarter.importing.osm;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.text.SecureXml;

/**
 * Reads OSM XML 0.6, as the API, JOSM and Overpass write it. Document types and external entities are not read. Deleted elements
 * ({@code visible="false"}, {@code action="delete"}) are left out. Not thread-safe.
 */
final class OsmXmlReader {

    private static final double UNITS = 1e7;
    private static final int CHECK_EVERY = 0x1FFF;
    private static final int POOL_LIMIT = 200_000;

    private final OsmHandler handler;
    private final Runnable check;
    private final Map<String, String> pool = new HashMap<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private long[] nodes = new long[64];
    private int nodeCount;
    private String element = "";
    private long id;
    private int longitude;
    private int latitude;
    private boolean wanted;

    /** @param check called now and then; may throw to cancel */
    OsmXmlReader(OsmHandler handler, Runnable check) {
        this.handler = handler;
        this.check = check;
    }

    void read(InputStream in) throws IOException {
        try {
            XMLStreamReader xml = SecureXml.streaming().createXMLStreamReader(in);
            long elements = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    if ((++elements & CHECK_EVERY) == 0) {
                        check.run();
                    }
                    start(xml);
                } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
                    end();
                }
            }
        } catch (XMLStreamException e) {
            throw new MalformedOsmException("line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNumber()), e);
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "node", "way", "relation" -> begin(xml);
            case "tag" -> tag(xml);
            case "nd" -> {
                Long ref = number(xml.getAttributeValue(null, "ref"));
                if (ref != null) {
                    if (nodeCount == nodes.length) {
                        nodes = java.util.Arrays.copyOf(nodes, 2 * nodeCount);
                    }
                    nodes[nodeCount++] = ref;
                }
            }
            case "member" -> member(xml);
            default -> {
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        element = xml.getLocalName();
        tags.clear();
        members.clear();
        nodeCount = 0;
        Long number = number(xml.getAttributeValue(null, "id"));
        wanted = number != null && !"false".equals(xml.getAttributeValue(null, "visible"))
                && !"delete".equals(xml.getAttributeValue(null, "action"));
        id = number == null ? 0 : number;
        if (element.equals("node") && wanted) {
            double lon = degrees(xml.getAttributeValue(null, "lon"));
            double lat = degrees(xml.getAttributeValue(null, "lat"));
            wanted = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
            longitude = (int) Math.round(lon * UNITS);
            latitude = (int) Math.round(lat * UNITS);
        }
    }

    private void tag(XMLStreamReader xml) {
        String key = xml.getAttributeValue(null, "k");
        String value = xml.getAttributeValue(null, "v");
        if (key != null && value != null && !element.isEmpty()) {
            tags.add(pooled(key));
            tags.add(pooled(value));
        }
    }

    private void member(XMLStreamReader xml) {
        Long ref = number(xml.getAttributeValue(null, "ref"));
        String role = xml.getAttributeValue(null, "role");
        Member.Type type = switch (String.valueOf(xml.getAttributeValue(null, "type"))) {
            case "node" -> Member.Type.NODE;
            case "way" -> Member.Type.WAY;
            case "relation" -> Member.Type.RELATION;
            default -> null;
        };
        if (ref != null && type != null) {
            members.add(new Member(type, ref, role == null ? "" : pooled(role)));
        }
    }

    private void end() {
        if (wanted) {
            Tags own = tags.isEmpty() ? Tags.NONE : new Tags(tags.toArray(String[]::new));
            switch (element) {
                case "node" -> handler.node(id, longitude, latitude, own);
                case "way" -> handler.way(id, java.util.Arrays.copyOf(nodes, nodeCount), own);
                default -> handler.relation(id, List.copyOf(members), own);
            }
        }
        element = "";
    }

    /** Keys and values repeat a lot. */
    private String pooled(String text) {
        String known = pool.get(text);
        if (known == null && pool.size() < POOL_LIMIT) {
            pool.put(text, text);
        }
        return known == null ? text : known;
    }

    private static Long number(String text) {
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static double degrees(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
