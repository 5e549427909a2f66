package org.kvarter.importing.kml;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.SecureXml;

/** Walks over a KML document and hands its placemarks on. Used once, by one thread. */
final class KmlReader {

    private static final int DEEPEST = 200;
    private static final int EVERY = 1_000;
    private static final Set<String> CONTAINERS = Set.of("Document", "Folder");
    private static final Set<String> LEFT_OUT = Set.of("NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Model");
    private static final Set<String> PLAIN = Set.of("description", "address", "phoneNumber", "Snippet");

    private final Placemarks placemarks;
    private final MemoryBudget budget;
    private final DiagnosticTally notes;
    private final Progress progress;
    private final KmlStyles styles = new KmlStyles();
    private final KmlShapes shapes;
    private final List<String> path = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private Placemark placemark;
    private String dataName = "";
    private String version = "";
    private long elements;

    /** A container under way. */
    private static final class Folder {
        private String name = "";
        private final boolean document;

        Folder(boolean document) {
            this.document = document;
        }
    }

    KmlReader(Placemarks placemarks, MemoryBudget budget, DiagnosticTally notes, Progress progress) {
        this.placemarks = placemarks;
        this.budget = budget;
        this.notes = notes;
        this.progress = progress;
        this.shapes = new KmlShapes(budget);
    }

    String version() {
        return version;
    }

    void read(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = SecureXml.streaming().createXMLStreamReader(in);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    clear();
                    if (path.size() == DEEPEST) {
                        throw new XMLStreamException("too deep");
                    }
                    path.add(xml.getLocalName());
                    start(xml);
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    budget.claim(2L * xml.getTextLength());
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamReader.END_ELEMENT -> {
                    end(xml.getLocalName());
                    clear();
                    path.remove(path.size() - 1);
                }
                default -> {
                }
            }
        }
        placemarks.colour(styles);
    }

    private void clear() {
        budget.claim(-2L * text.length());
        text.setLength(0);
    }

    private String parent() {
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }

    private void start(XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (++elements % EVERY == 0) {
            progress.checkCancelled();
        }
        if (element.equals("kml")) {
            String namespace = String.valueOf(xml.getNamespaceURI());
            version = namespace.matches(".*/kml/\\d\\.\\d") ? namespace.substring(namespace.length() - 3) : "";
        } else if (CONTAINERS.contains(element)) {
            folders.addLast(new Folder(element.equals("Document")));
        } else if (element.equals("Placemark")) {
            placemark = new Placemark(xml.getAttributeValue(null, "id"));
            shapes.begin();
        } else if (element.equals("Style") || element.equals("StyleMap")) {
            styles.begin(xml.getAttributeValue(null, "id"), placemark == null ? null : placemark.own);
        } else if (element.equals("Data") || element.equals("SimpleData") || element.equals("SimpleArrayData")) {
            String name = xml.getAttributeValue(null, "name");
            dataName = name == null ? "" : name.strip();
        } else if (LEFT_OUT.contains(element)) {
            leftOut.merge(element, 1, Integer::sum);
        } else if (placemark != null) {
            shapes.start(element);
        }
    }

    private void end(String element) {
        switch (element) {
            case "Document", "Folder" -> folders.pollLast();
            case "Placemark" -> {
                if (placemark != null) {
                    finish();
                }
            }
            case "name" -> {
                if (placemark != null && parent().equals("Placemark")) {
                    placemark.set("name", plain());
                } else if (placemark == null && CONTAINERS.contains(parent()) && !folders.isEmpty()) {
                    folders.peekLast().name = plain();
                }
            }
            case "value" -> data(parent().equals("Data"));
            case "SimpleData" -> data(true);
            case "when" -> {
                if (parent().equals("TimeStamp") && placemark != null) {
                    placemark.set("time", plain());
                } else {
                    shapes.when(plain());
                }
            }
            case "begin", "end" -> {
                if (parent().equals("TimeSpan") && placemark != null) {
                    placemark.set(element, plain());
                }
            }
            case "styleUrl", "key", "color", "fill", "Style", "StyleMap", "Pair" -> {
                if (element.equals("styleUrl") && placemark != null && parent().equals("Placemark")) {
                    placemark.style = plain();
                } else {
                    styles.end(element, parent(), plain());
                }
            }
            default -> {
                if (placemark != null && PLAIN.contains(element) && parent().equals("Placemark")) {
                    placemark.set(element, plain());
                } else if (placemark != null) {
                    shapes.end(element, text);
                }
            }
        }
    }

    private void data(boolean isData) {
        if (placemark != null && isData && !dataName.isEmpty()) {
            placemark.set(dataName, plain());
        }
    }

    /** The text under way without markup. */
    private String plain() {
        String all = text.length() > 100_000 ? text.substring(0, 100_000) : text.toString();
        String bare = all.indexOf('<') < 0 ? all : all.replaceAll("(?s)<(style|script)[^>]{0,200}>.{0,20000}?</\\1>", " ").replaceAll("<[^>]{0,2000}>", " ")
                .replace("&nbsp;", " ");
        String one = bare.replaceAll("\\s+", " ").strip();
        return one.length() > 2_000 ? one.substring(0, 2_000) : one;
    }

    private void finish() {
        Folder top = folders.stream().filter(f -> !f.document).findFirst().orElse(null);
        String within = String.join(" / ", folders.stream().filter(f -> !f.document && !f.name.isEmpty()).map(f -> f.name).toList());
        String document = folders.isEmpty() || !folders.peekFirst().document ? "" : folders.peekFirst().name;
        int bad = shapes.takeBad();
        if (bad > 0) {
            notes.add(Severity.WARNING, "shape", placemark.name(), placemark.name(), bad);
        }
        placemarks.add(placemark, shapes, top == null ? "" : top.name, within, document);
        placemark = null;
    }

    /** Tells what the document has that is no layer. */
    void tellLeftOut() {
        leftOut.forEach((element, count) -> notes.add(Severity.INFO, "leftOut", element, element, count));
    }
}
