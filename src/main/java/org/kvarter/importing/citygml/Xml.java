package org.kvarter.importing.citygml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.text.SecureXml;

/**
 * A cursor on elements. Documents with a type declaration are refused: no CityGML has one, and entities are the way to blow up a reader or
 * to make it fetch files. Depth and texts are bounded. Not thread-safe.
 */
final class Xml implements AutoCloseable {

    /** Deeper than any city model. */
    private static final int MAX_DEPTH = 200;
    /** Longest text kept of one element. */
    private static final int MAX_TEXT = 10_000;
    /** So near the end a document breaks off: the parser stops at the beginning of what it cannot finish. */
    private static final int END = 4;
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamReader in;
    private final StringBuilder text = new StringBuilder();
    private final NumberText numbers = new NumberText();
    private final long characters;
    private int depth;

    private Xml(XMLStreamReader in, long characters) {
        this.in = in;
        this.characters = characters;
    }

    /**
     * @param encoding   where the document's own word on it is wrong
     * @param characters how many there are, to tell a document that breaks off from one that is wrong
     */
    static Xml open(InputStream bytes, Optional<Charset> encoding, long characters) throws IOException {
        XMLInputFactory factory = SecureXml.streaming();
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        try {
            return new Xml(encoding.isPresent() ? factory.createXMLStreamReader(new InputStreamReader(bytes, encoding.get()))
                    : factory.createXMLStreamReader(bytes), characters);
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e, 1, false);
        }
    }

    private static IOException malformed(Exception e, int line, boolean atEnd) {
        for (Throwable cause = e; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            if (cause instanceof XMLStreamException broken && broken.getNestedException() instanceof RefusedException refused) {
                return refused;
            }
        }
        String words = String.valueOf(e.getMessage());
        boolean ended = atEnd || words.contains("within the same entity") || words.contains("Premature end") || words.contains("end of file")
                || words.contains("end-of-file") || words.contains("Unexpected end");
        return new MalformedException(ended ? "ended" : "invalid", line, e);
    }

    private int next() throws IOException {
        try {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > MAX_DEPTH) {
                    throw new RefusedException("refused.deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD) {
                throw new RefusedException("refused.entities");
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MalformedException("invalid", line(), null);
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e, line(), offset() >= characters - END);
        }
    }

    private long offset() {
        return in.getLocation() == null ? 0 : in.getLocation().getCharacterOffset();
    }

    int line() {
        return in.getLocation() == null ? 0 : in.getLocation().getLineNumber();
    }

    /** How deep the element at hand lies; the root is at 1. */
    int depth() {
        return depth;
    }

    /**
     * Goes to the next child of the element at {@code parentDepth}, past whatever is left of the child before.
     *
     * @return {@code false} at the end of that element
     */
    boolean nextChild(int parentDepth) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parentDepth + 1) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parentDepth || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** As {@link #nextChild}, keeping the text that comes before it for {@link #lastText}. */
    boolean nextChildOrText(int parentDepth) throws IOException {
        text.setLength(0);
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parentDepth || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            keepText(event);
        }
    }

    /** The text seen by {@link #nextChildOrText}, without blanks around it. */
    String lastText() {
        return text.toString().strip();
    }

    private void keepText(int event) {
        if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
            int length = Math.min(in.getTextLength(), MAX_TEXT - text.length());
            if (length > 0) {
                text.append(in.getTextCharacters(), in.getTextStart(), length);
            }
        }
    }

    /** All text in the element at hand, of its children too, without blanks around it; the cursor is past the element then. */
    String text() throws IOException {
        int own = depth;
        text.setLength(0);
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT && depth < own || event == XMLStreamConstants.END_DOCUMENT) {
                return lastText();
            }
            keepText(event);
        }
    }

    /** The numbers in the text of the element at hand, NaN for words that are none; the cursor is past the element then. */
    void numbers(DoubleConsumer sink) throws IOException {
        int own = depth;
        numbers.start(sink);
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT && depth < own || event == XMLStreamConstants.END_DOCUMENT) {
                numbers.end();
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                numbers.add(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                numbers.end();
            }
        }
    }

    /** Name of the element at hand, without a prefix. */
    String name() {
        return in.getLocalName();
    }

    /** Namespace of the element at hand, empty for none. */
    String namespace() {
        String uri = in.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** An attribute of the element at hand, whatever its namespace; {@code null} for none. */
    String attribute(String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The {@code xlink:href} of the element at hand, {@code null} for none. */
    String href() {
        return in.getAttributeCount() == 0 ? null : in.getAttributeValue(XLINK, "href");
    }

    /** Whether the element is an object by GML's rule, that objects begin with a capital and properties do not. */
    boolean isObject() {
        char first = name().charAt(0);
        return first == '_' || Character.isUpperCase(first);
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } catch (XMLStreamException | RuntimeException e) {
            throw new IOException(e);
        }
    }
}
