package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;

/**
 * Reads a sequence line by line: the first is a CityJSON object with what all share, each further one a feature with vertices of its
 * own. A broken line costs only its own feature.
 */
final class SequenceReader {

    /** Longest line taken; a feature beyond that is not one building. */
    private static final int MAX_LINE = 1 << 28;
    private static final byte[] INSTANCE = "\"GeometryInstance\"".getBytes(StandardCharsets.US_ASCII);

    private final JsonFactory json;
    private final Model model;
    private final DiagnosticTally problems;
    private byte[] line = new byte[1 << 16];
    private int length;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    SequenceReader(JsonFactory json, Model model, DiagnosticTally problems) {
        this.json = json;
        this.model = model;
        this.problems = problems;
    }

    void read(InputStream in) throws IOException {
        boolean any = false;
        for (int number = 1; nextLine(in); number++) {
            if (isBlank()) {
                continue;
            }
            any |= readLine(number, any);
        }
        if (!any) {
            throw new RefusedException("refused.noObject");
        }
    }

    /** Reads the line at hand; answers whether it held an object. */
    private boolean readLine(int number, boolean any) throws IOException {
        try {
            if (any && !wanted()) {
                return true;
            }
            return parse(fresh().createParser(line, 0, length));
        } catch (JsonProcessingException e) {
            model.abandonDocument();
            Complaint complaint = Complaint.of(e, length);
            if (complaint.isEncoding()) {
                problems.add(Severity.WARNING, "encoding.guessedLine", "", String.valueOf(number), EncodingException.FALLBACK.displayName());
                try {
                    return parse(fresh().createParser(new String(line, 0, length, EncodingException.FALLBACK)));
                } catch (JsonProcessingException again) {
                    model.abandonDocument();
                }
            }
            if (!any) {
                throw new RefusedException("refused." + complaint.key(), String.valueOf(number), complaint.column());
            }
            problems.add(Severity.ERROR, "line." + complaint.key(), "", String.valueOf(number));
            return false;
        }
    }

    /** A factory without names: one that knows those of all lines, most of them ids, would copy them for each line anew. */
    private JsonFactory fresh() {
        return json.copy();
    }

    private boolean wanted() throws IOException {
        try (JsonParser parser = fresh().createParser(line, 0, length)) {
            return model.wants(parser, contains(INSTANCE));
        } catch (JsonProcessingException e) {
            // The reading proper says what is wrong with the line.
            return true;
        }
    }

    private boolean contains(byte[] word) {
        for (int i = 0, matched = 0; i < length; i++) {
            matched = line[i] == word[matched] ? matched + 1 : line[i] == word[0] ? 1 : 0;
            if (matched == word.length) {
                return true;
            }
        }
        return false;
    }

    private boolean parse(JsonParser parser) throws IOException {
        try (parser) {
            boolean found = model.read(parser);
            model.endDocument(false);
            return found;
        }
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ' || line[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean nextLine(InputStream in) throws IOException {
        length = 0;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    return length > 0;
                }
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            append(from, at);
            if (at < end) {
                at++;
                return true;
            }
        }
    }

    private void append(int from, int to) {
        int needed = length + to - from;
        if (needed > MAX_LINE) {
            throw new MemoryBudget.ExceededException();
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, line.length * 2));
        }
        System.arraycopy(buffer, from, line, length, to - from);
        length = needed;
    }
}
