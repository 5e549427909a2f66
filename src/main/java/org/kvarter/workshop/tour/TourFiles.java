package org.kvarter.workshop.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kvarter.text.Texts;

/** Writes what goes beside the pictures of a tour. */
public final class TourFiles {

    /** The page, and the same as PDF. */
    public static final String PAGE = "index.html";
    public static final String PDF = "tour.pdf";
    private static final Texts TEXTS = Texts.in(TourFiles.class);

    private TourFiles() {
    }

    /**
     * Writes the page and the PDF.
     *
     * @param folder holds the pictures
     * @return the page
     * @throws IOException where a file cannot be written or a picture not be read; its message is a sentence for people
     */
    public static Path write(Tour tour, Path folder) throws IOException {
        Path page = folder.resolve(PAGE);
        Path pdf = folder.resolve(PDF);
        try {
            Files.writeString(page, TourHtml.of(tour));
        } catch (IOException e) {
            throw new IOException(TEXTS.get("unwritable", page), e);
        }
        try {
            TourPdf.write(tour, folder, pdf);
        } catch (IOException e) {
            throw new IOException(TEXTS.get("unwritable", pdf), e);
        }
        return page;
    }
}
