package org.kvarter.importing.collada;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a tree, safely: no document type, no entities of its own, nothing fetched. Names are asked for without prefix. Stateless. */
final class Xml {

    /** What the tree of a byte of XML takes. */
    private static final long BYTES_PER_BYTE = 6;

    private Xml() {
    }

    /**
     * Reads a document.
     *
     * @param size of it, as far as it is known
     * @throws DamagedModelException where it is not well-formed or has a document type
     */
    static Element read(InputStream in, long size, MemoryBudget budget) throws IOException {
        budget.claim(BYTES_PER_BYTE * size);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(in);
            return document.getDocumentElement();
        } catch (SAXParseException e) {
            throw new DamagedModelException("XML, " + e.getLineNumber() + ":" + e.getColumnNumber(), e);
        } catch (SAXException e) {
            throw new DamagedModelException("XML", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of every JDK has these features", e);
        }
    }

    static String name(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    /** Child elements, of a name where one is given. */
    static List<Element> children(Element parent, String... names) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent == null ? null : parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && (names.length == 0 || List.of(names).contains(name(element)))) {
                found.add(element);
            }
        }
        return found;
    }

    /** First child element along a way of names; {@code null} where it breaks off. */
    static Element child(Element parent, String... way) {
        Element at = parent;
        for (String step : way) {
            List<Element> found = children(at, step);
            at = found.isEmpty() ? null : found.get(0);
        }
        return at;
    }

    /** Text of an element along a way; empty where there is none. */
    static String text(Element parent, String... way) {
        Element at = child(parent, way);
        return at == null ? "" : at.getTextContent().strip();
    }

    static double number(String text, double otherwise) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** All numbers of a text; what is none becomes NaN. */
    static double[] numbers(Element element, MemoryBudget budget) {
        String text = element == null ? "" : element.getTextContent();
        double[] values = new double[64];
        int count = 0;
        for (int at = 0; at < text.length();) {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) > ' ') {
                at++;
            }
            if (at > start) {
                if (count == values.length) {
                    budget.claim(8L * count);
                    values = java.util.Arrays.copyOf(values, 2 * count);
                }
                values[count++] = number(text.substring(start, Math.min(at, start + 64)), Double.NaN);
            }
        }
        return java.util.Arrays.copyOf(values, count);
    }

    /** All whole numbers of a text; what is none becomes −1. */
    static int[] integers(Element element, MemoryBudget budget) {
        double[] values = numbers(element, budget);
        budget.claim(4L * values.length);
        int[] whole = new int[values.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = values[i] >= 0 && values[i] <= Integer.MAX_VALUE ? (int) values[i] : -1;
        }
        return whole;
    }
}
