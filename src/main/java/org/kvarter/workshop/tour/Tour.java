package org.kvarter.workshop.tour;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.overlay.Legend;

/**
 * Pictures of a district with what is said about them, ready to be handed out.
 *
 * @param district name of the district
 * @param subtitle one line below it
 * @param language language tag of all words
 * @param pages    in order
 */
public record Tour(String district, String subtitle, String language, List<Page> pages) {

    /**
     * One picture and its words.
     *
     * @param title   heading, may be empty
     * @param text    what is said, may be empty; paragraphs are separated by line breaks
     * @param when    the moment or span it shows, may be empty
     * @param picture name of a PNG file in the tour's folder
     * @param legend  what the colours mean
     * @param tables  figures
     */
    public record Page(String title, String text, String when, String picture, Optional<Legend> legend, List<Table> tables) {
        public Page {
            Objects.requireNonNull(picture, "picture");
            tables = List.copyOf(tables);
        }
    }

    /**
     * A table of figures.
     *
     * @param head of each column; the first names what a row is about
     * @param rows cells as people read them, as many as the head has
     */
    public record Table(List<String> head, List<List<String>> rows) {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public Tour {
        pages = List.copyOf(pages);
    }

    /** File name of a picture that tells its place and what it is about. @param number from 1 */
    public static String fileName(int number, String about) {
        String slug = Normalizer.normalize(about, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String shortened = slug.length() > 60 ? slug.substring(0, 60).replaceAll("-+$", "") : slug;
        return String.format(Locale.ROOT, shortened.isEmpty() ? "%02d.png" : "%02d-%s.png", number, shortened);
    }
}
