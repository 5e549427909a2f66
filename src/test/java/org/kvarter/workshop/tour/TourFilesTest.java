package org.kvarter.workshop.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.overlay.Legend;
import org.kvarter.scene.snapshot.Picture;

class TourFilesTest {

    private static final Legend CLASSES = new Legend("Elanvändning", "kWh/m²", false,
            List.of(new Legend.Entry(0xFFFDE8C7, "< 0,004", 3), new Legend.Entry(0xFF78265A, "≥ 0,015", 9)), 2);
    private static final Legend RAMP = new Legend("Heat", "W", true, List.of(new Legend.Entry(0xFFFDE8C7, "0", -1), new Legend.Entry(0xFFE8855C, "1", -1),
            new Legend.Entry(0xFF78265A, "2", -1)), 0);

    @TempDir
    Path folder;

    @BeforeEach
    void swedish() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("sv"));
    }

    private Tour tour() throws IOException {
        for (String name : List.of("01.png", "02.png")) {
            new Picture(160, 90, new int[160 * 90]).writePng(folder.resolve(name));
        }
        return new Tour("Hamnen & co", "En berättelse i 2 steg", "sv", List.of(
                new Tour.Page("Toppen <kl. 18>", "Först.\n\nSedan åäö – 5,2\u00a0MW.", "tors 16 jan. 2025", "01.png", Optional.of(CLASSES),
                        List.of(new Tour.Table(List.of("Nyckeltal", "Idag", "Soltak"), List.of(List.of("Topp", "5,2 MW", "4,9 MW"))))),
                new Tour.Page("Slut", "", "", "02.png", Optional.of(RAMP), List.of())));
    }

    @Test
    void thePageHoldsWordsLegendsAndFiguresAndNeedsNoNetwork() throws Exception {
        String html = Files.readString(TourFiles.write(tour(), folder));
        assertThat(html).contains("<html lang=\"sv\">", "Hamnen &amp; co", "Toppen &lt;kl. 18&gt;", "<p>Först.</p>", "src=\"01.png\"", "#78265A", "≥ 0,015",
                "uppgift saknas", "<td>4,9 MW</td>", "linear-gradient(90deg,#FDE8C7,#E8855C,#78265A)");
        assertThat(html).doesNotContain("http", "<script", "@import");
    }

    @Test
    void thePdfHasOneSheetPerStepWithItsWordsLegendAndFigures() throws Exception {
        TourFiles.write(tour(), folder);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(TourFiles.PDF).toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(pdf)).contains("Toppen <kl. 18>", "Sedan åäö – 5,2 MW.", "tors 16 jan. 2025", "Elanvändning (kWh/m²)", "0,015",
                    "uppgift saknas", "Soltak", "4,9 MW", "1 av 2").doesNotContain("Slut");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aPictureThatIsGoneIsToldAndTheOldPdfStays() throws Exception {
        Tour tour = tour();
        TourFiles.write(tour, folder);
        byte[] before = Files.readAllBytes(folder.resolve(TourFiles.PDF));
        Files.delete(folder.resolve("02.png"));
        assertThatThrownBy(() -> TourFiles.write(tour, folder)).isInstanceOf(IOException.class).hasMessageContaining("tour.pdf");
        assertThat(folder.resolve(TourFiles.PDF)).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource({"1, The quay, 01-the-quay.png", "12, Åäö – 5 %, 12-aao-5.png", "3, '', 03.png", "4, ../../etc, 04-etc.png", "5, 港, 05.png"})
    void filesAreNamedByPlaceAndTitle(int number, String title, String name) {
        assertThat(Tour.fileName(number, title)).isEqualTo(name);
    }
}
