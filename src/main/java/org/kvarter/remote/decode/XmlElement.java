package org.kvarter.remote.decode;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.text.SecureXml;

/**
 * An element of a small document, such as the capabilities of a service. Names are without their namespaces, since services mix versions.
 *
 * @param name       local name
 * @param attributes by local name; of two of one local name the one with a prefix ({@code xlink:href}) goes by it too
 * @param text       of the element itself, stripped
 * @param children   in order
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    private static final int DEEPEST = 200;
    private static final int MOST = 4_000_000;

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    private static final class Draft {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<XmlElement> children = new ArrayList<>();

        Draft(XMLStreamReader reader) {
            name = reader.getLocalName();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }

        XmlElement done() {
            return new XmlElement(name, attributes, text.toString().strip(), children);
        }
    }

    /**
     * Reads a document, following no document type and opening nothing outside of it.
     *
     * @throws XMLStreamException where it is not well-formed, nested deeper than 200 or larger than 4 million elements
     */
    public static XmlElement read(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = SecureXml.streaming();
        factory.setXMLReporter((message, kind, about, where) -> { }); // the exception tells it, standard output need not
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        Deque<Draft> open = new ArrayDeque<>();
        int count = 0;
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (open.size() == DEEPEST || ++count > MOST) {
                        throw new XMLStreamException("too deep or too large", reader.getLocation());
                    }
                    open.push(new Draft(reader));
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    XmlElement done = open.pop().done();
                    if (open.isEmpty()) {
                        return done;
                    }
                    open.peek().children.add(done);
                }
            }
        } catch (RuntimeException e) {
            throw new XMLStreamException(e); // the parser's own, on input that is no XML
        } finally {
            reader.close();
        }
        throw new XMLStreamException("no element");
    }

    /** Children of a name. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** The first child of a name. */
    public Optional<XmlElement> first(String child) {
        return children.stream().filter(c -> c.name.equals(child)).findFirst();
    }

    /** The first element at the end of a way of names from here. */
    public Optional<XmlElement> at(String... way) {
        Optional<XmlElement> at = Optional.of(this);
        for (String step : way) {
            at = at.flatMap(e -> e.first(step));
        }
        return at;
    }

    /** The text at the end of a way; empty where there is none. */
    public String textAt(String... way) {
        return at(way).map(XmlElement::text).orElse("");
    }

    /** An attribute; empty where there is none. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** This element and everything in it, depth first. */
    public Stream<XmlElement> everything() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::everything));
    }
}
