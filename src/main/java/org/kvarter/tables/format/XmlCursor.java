package org.kvarter.tables.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableRow;
import org.kvarter.text.SecureXml;
import org.kvarter.text.Texts;

/** Streams rows out of XML: what elements mean is told by its heirs. One use, one thread. */
abstract class XmlCursor implements RowCursor {

    private static final Texts TEXTS = Texts.in(XmlCursor.class);
    private static final int DEEPEST = 100;
    private static final int MOST_TEXT = 64 * 1024;

    private final Path file;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final Deque<TableRow> ready = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean ended;

    XmlCursor(Path file) throws TableException {
        this.file = file;
        InputStream opened = null;
        try {
            opened = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            opened.mark(4);
            boolean packed = opened.read() == 0x1f && opened.read() == 0x8b;
            opened.reset();
            in = packed ? new GZIPInputStream(opened, 1 << 16) : opened;
            xml = SecureXml.streaming().createXMLStreamReader(in);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            closed(opened);
            throw failed(e);
        }
    }

    /** An element begins. @param name without its namespace */
    abstract void begin(String name) throws TableException;

    /** An element ends. @param text what stands directly in it, stripped */
    abstract void end(String name, String text) throws TableException;

    /** The document ends. */
    void finish() throws TableException {
    }

    /** Gives a row. */
    final void give(Object... cells) {
        ready.add(new TableRow(xml.getLocation().getLineNumber(), cells));
    }

    /** An attribute of the element that begins; empty for none. */
    final String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** A refusal; the file's name is the first argument. */
    final TableException refused(String key, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = file.getFileName();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new TableException(TEXTS.get(key, arguments));
    }

    @Override
    public final TableRow next() throws TableException {
        try {
            while (ready.isEmpty() && !ended) {
                step();
            }
            return ready.poll();
        } catch (XMLStreamException | RuntimeException e) {
            throw failed(e);
        }
    }

    private void step() throws XMLStreamException, TableException {
        if (!xml.hasNext()) {
            ended = true;
            finish();
            return;
        }
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw refused("xml.deep");
                }
                text.setLength(0);
                begin(xml.getLocalName());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() < MOST_TEXT) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(MOST_TEXT, xml.getTextLength()));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                end(xml.getLocalName(), text.toString().strip());
                text.setLength(0);
            }
            default -> { }
        }
    }

    private TableException failed(Exception e) {
        if (e instanceof XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            return new TableException(TEXTS.get("xml.broken", file.getFileName(), Math.max(0, line)), e);
        }
        return TableFormats.unreadable(file, e);
    }

    @Override
    public final void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            // what cannot be closed is let go
        }
        closed(in);
    }

    private static void closed(InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // nothing was written: what cannot be closed is let go
        }
    }
}
