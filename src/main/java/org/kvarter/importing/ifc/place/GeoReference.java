package org.kvarter.importing.ifc.place;

import java.util.List;
import java.util.Optional;

/**
 * All that a file says about where it stands, the most trustworthy first.
 *
 * @param candidates in the order of trust
 * @param notes      what a person should know
 */
public record GeoReference(List<Candidate> candidates, List<Note> notes) {

    /**
     * Something to tell.
     *
     * @param warning   whether things may stand in the wrong place
     * @param key       of the sentence in the bundle of {@code importing.ifc}
     * @param arguments of the sentence
     */
    public record Note(boolean warning, String key, List<Object> arguments) {

        public Note {
            arguments = List.copyOf(arguments);
        }
    }

    public GeoReference {
        candidates = List.copyOf(candidates);
        notes = List.copyOf(notes);
    }

    /** The candidate to take where a person does not choose. */
    public Optional<Candidate> best() {
        return candidates.stream().findFirst();
    }

    /** The word by which a setting asks for a candidate: its source's, numbered from the second of its kind on ({@code map2}). */
    public String word(Candidate candidate) {
        List<Candidate> alike = candidates.stream().filter(c -> c.source() == candidate.source()).toList();
        int at = alike.indexOf(candidate);
        return candidate.source().word() + (at == 0 ? "" : at + 1);
    }

    /** The candidate for which a setting asks by its {@link #word}. */
    public Optional<Candidate> named(String word) {
        return candidates.stream().filter(c -> word(c).equals(word)).findFirst();
    }

    /** The first candidate of a source. */
    public Optional<Candidate> of(Candidate.Source source) {
        return candidates.stream().filter(c -> c.source() == source).findFirst();
    }
}
