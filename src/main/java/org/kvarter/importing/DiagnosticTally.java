package org.kvarter.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/**
 * Keeps a reader's complaints bounded: the first few of each kind are passed on with the object they name, the rest is counted and
 * told in one sentence at the end. Not thread-safe.
 */
public final class DiagnosticTally {

    /** How many of one kind are passed on one by one. */
    public static final int EACH = 5;

    private static final class Count {
        private long all;
        private Severity severity;
        private String first;
    }

    private final String source;
    private final Texts texts;
    private final Consumer<Diagnostic> receiver;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /**
     * @param source   file the complaints are about, as the person named it
     * @param texts    the sentences by kind
     * @param receiver gets the diagnostics
     */
    public DiagnosticTally(String source, Texts texts, Consumer<Diagnostic> receiver) {
        this.source = Objects.requireNonNull(source, "source");
        this.texts = texts;
        this.receiver = receiver;
    }

    /**
     * Notes one complaint. Cheap once a kind is past {@link #EACH}: no sentence is made then.
     *
     * @param severity  how much it matters
     * @param kind      key of the sentence in the bundle
     * @param object    id of the object it is about, empty for the whole source
     * @param arguments of the sentence
     */
    public void add(Severity severity, String kind, String object, Object... arguments) {
        Count count = counts.computeIfAbsent(kind, k -> new Count());
        count.all++;
        if (count.all <= EACH) {
            String sentence = named(object, texts.get(kind, arguments));
            receiver.accept(new Diagnostic(severity, source, object, sentence));
            if (count.all == 1) {
                count.severity = severity;
                count.first = sentence;
            }
        }
    }

    /** A sentence read by itself must say what it is about. */
    private static String named(String object, String sentence) {
        return object.isEmpty() || sentence.contains(object) ? sentence
                : Texts.in(DiagnosticTally.class).get("tally.object", object, sentence);
    }

    /** How many complaints of a kind there were. */
    public long count(String kind) {
        Count count = counts.get(kind);
        return count == null ? 0 : count.all;
    }

    /** Tells what was only counted; the tally starts anew. */
    public void finish() {
        Texts own = Texts.in(DiagnosticTally.class);
        counts.forEach((kind, count) -> {
            if (count.all > EACH) {
                receiver.accept(new Diagnostic(count.severity, source, "", own.get("tally.more", count.all - EACH, count.first)));
            }
        });
        counts.clear();
    }
}
