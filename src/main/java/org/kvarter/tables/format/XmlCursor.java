package org.kvarter.tables.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.series.csv.CsvSniffer;
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
    private static final int SNIFFED = 256;
    private static final Pattern ENCODING = Pattern.compile("^[^<]{0,4}<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

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
            in = packed ? new BufferedInputStream(new GZIPInputStream(opened, 1 << 16), 1 << 16) : opened;
            xml = SecureXml.streaming().createXMLStreamReader(reader(in));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            closed(opened);
            throw failed(e);
        }
    }

    /**
     * The document's characters, in the encoding that its mark or declaration names, else UTF-8. What is no character of it becomes a question mark: left to the
     * parser, it would be told on the standard error.
     */
    private static Reader reader(InputStream in) throws IOException {
        in.mark(SNIFFED);
        byte[] head = in.readNBytes(SNIFFED);
        in.reset();
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        Charset charset = CsvSniffer.charset(head);
        if (!charset.name().startsWith("UTF-16")) {
            charset = StandardCharsets.UTF_8;
            if (declared.find() && Charset.isSupported(declared.group(1))) {
                charset = Charset.forName(declared.group(1));
            }
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
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
