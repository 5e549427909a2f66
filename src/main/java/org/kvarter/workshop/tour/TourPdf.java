package org.kvarter.workshop.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.kvarter.overlay.ColorScale;
import org.kvarter.overlay.Legend;
import org.kvarter.text.Texts;

/** A tour as PDF: one step per sheet of A4 across, the picture over its words. */
final class TourPdf {

    private static final Texts TEXTS = Texts.in(TourPdf.class);
    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();
    private static final float MARGIN = 34;
    private static final float ASIDE = 170;
    private static final float GAP = 30;
    private static final float FOOT = 26;
    private static final float TITLE = 20;
    private static final float TITLE_LINE = 25;
    private static final float TEXT = 13;
    private static final float TEXT_LINE = 18;
    private static final float CELL = 10;
    private static final float CELL_GAP = 18;
    private static final float JPEG_QUALITY = 0.9f;
    private static final int INK = 0x24262A;
    private static final int QUIET = 0x5D6066;
    private static final int LINE = 0xE4E0D9;

    private final PDDocument pdf;
    private final PdfType type;
    private final Tour tour;
    private final Path folder;

    private TourPdf(PDDocument pdf, Tour tour, Path folder) throws IOException {
        this.pdf = pdf;
        this.type = PdfType.of(pdf);
        this.tour = tour;
        this.folder = folder;
    }

    /** Writes the PDF, whole or not at all. */
    static void write(Tour tour, Path folder, Path file) throws IOException {
        Path draft = folder.resolve("." + file.getFileName() + ".part");
        try (PDDocument pdf = new PDDocument()) {
            TourPdf writer = new TourPdf(pdf, tour, folder);
            pdf.getDocumentInformation().setTitle(tour.district());
            pdf.getDocumentInformation().setSubject(tour.subtitle());
            pdf.getDocumentInformation().setCreator("Kvarter");
            pdf.getDocumentCatalog().setLanguage(tour.language());
            for (int i = 0; i < tour.pages().size(); i++) {
                writer.page(i);
            }
            pdf.save(draft.toFile());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void page(int index) throws IOException {
        Tour.Page step = tour.pages().get(index);
        PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        pdf.addPage(page);
        boolean aside = step.legend().isPresent() || !step.when().isBlank();
        float column = WIDTH - 2 * MARGIN - (aside ? ASIDE + GAP : 0);
        List<String> title = type.bold().wrap(step.title().isBlank() ? Integer.toString(index + 1) : step.title(), TITLE, column);
        List<String> text = new ArrayList<>();
        step.text().lines().filter(l -> !l.isBlank()).forEach(l -> text.addAll(type.plain().wrap(l.trim(), TEXT, column)));
        float rows = step.tables().stream().mapToInt(t -> t.rows().size() + 1).sum();
        float left = title.size() * TITLE_LINE + 6 + text.size() * TEXT_LINE + (rows == 0 ? 0 : 8 + rows * 17);
        float right = (step.when().isBlank() ? 0 : 20) + step.legend().map(this::height).orElse(0f);
        float words = Math.max(84, Math.max(left, right)) + 18 + FOOT;
        try (PdfCanvas canvas = new PdfCanvas(pdf, page)) {
            picture(canvas, step.picture(), HEIGHT - words);
            float y = HEIGHT - (HEIGHT - words) - 18;
            float at = y;
            for (String line : title) {
                at -= TITLE_LINE;
                canvas.text(type.bold(), TITLE, INK, MARGIN, at + 5, line);
            }
            at -= 6;
            for (String line : text) {
                at -= TEXT_LINE;
                canvas.text(type.plain(), TEXT, INK, MARGIN, at + 4, line);
            }
            for (Tour.Table table : step.tables()) {
                at = table(canvas, table, at - 8, column);
            }
            if (aside) {
                aside(canvas, step, WIDTH - MARGIN - ASIDE, y);
            }
            canvas.text(type.plain(), 8, QUIET, MARGIN, 15, tour.district());
            String number = TEXTS.get("page", index + 1, tour.pages().size());
            canvas.text(type.plain(), 8, QUIET, WIDTH - MARGIN - type.plain().width(number, 8), 15, number);
        }
    }

    /** The picture fills the sheet above the words, cut at its sides or at top and foot where its shape is another. */
    private void picture(PdfCanvas canvas, String file, float height) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
        if (image == null) {
            throw new IOException(file + " is no picture");
        }
        double shape = WIDTH / height;
        int width = (int) Math.min(image.getWidth(), Math.round(image.getHeight() * shape));
        int high = (int) Math.min(image.getHeight(), Math.round(image.getWidth() / shape));
        BufferedImage cut = new BufferedImage(width, high, BufferedImage.TYPE_INT_RGB);
        cut.getGraphics().drawImage(image, (width - image.getWidth()) / 2, (high - image.getHeight()) / 2, null);
        PDImageXObject drawn = JPEGFactory.createFromImage(pdf, cut, JPEG_QUALITY);
        canvas.image(drawn, 0, HEIGHT - height, WIDTH, height);
    }

    private float height(Legend legend) {
        int lines = legend.gradient() ? 2 : legend.entries().size();
        return heading(legend).size() * 14 + 6 + lines * 14 + (legend.noData() > 0 ? 16 : 0) + (legend.withheld() > 0 ? 16 : 0) + 16 * legend.outlined().size();
    }

    private List<String> heading(Legend legend) {
        return legend.title().isBlank() ? List.of() : type.bold().wrap(legend.title() + (legend.unit().isBlank() ? "" : " (" + legend.unit().replace(' ', '\u00a0') + ")"), 10, ASIDE);
    }

    private void aside(PdfCanvas canvas, Tour.Page step, float x, float top) throws IOException {
        float y = top;
        if (!step.when().isBlank()) {
            y -= 16;
            canvas.text(type.plain(), 10, QUIET, x, y, step.when());
            y -= 4;
        }
        if (step.legend().isEmpty()) {
            return;
        }
        Legend legend = step.legend().get();
        for (String line : heading(legend)) {
            y -= 14;
            canvas.text(type.bold(), 10, INK, x, y, line);
        }
        y -= 6;
        List<Legend.Entry> entries = legend.entries();
        if (legend.gradient() && entries.size() > 1) {
            y -= 10;
            canvas.ramp(x, y, ASIDE, 10, entries.stream().map(Legend.Entry::argb).toList());
            y -= 12;
            String first = entries.get(0).label();
            String last = entries.get(entries.size() - 1).label();
            canvas.text(type.plain(), 9, INK, x, y, first);
            canvas.text(type.plain(), 9, INK, x + ASIDE - type.plain().width(last, 9), y, last);
        } else {
            for (int i = entries.size() - 1; i >= 0; i--) {
                y -= 14;
                float high = entries.get(i).thickness() > 0 ? Math.max(1, 9 * (float) entries.get(i).thickness()) : 9;
                canvas.box(x, y + (9 - high) / 2, 9, high, entries.get(i).argb());
                canvas.text(type.plain(), 9.5f, INK, x + 15, y + 1, entries.get(i).label());
            }
        }
        if (legend.noData() > 0) {
            y -= 16;
            canvas.box(x, y, 9, 9, ColorScale.NO_DATA);
            canvas.line(x, y, x + 9, y + 9, 0x8A8782);
            canvas.text(type.plain(), 9.5f, INK, x + 15, y + 1, TEXTS.get("noData"));
        }
        if (legend.withheld() > 0) {
            y -= 16;
            canvas.box(x, y, 9, 9, ColorScale.NO_DATA);
            canvas.line(x, y, x + 9, y + 9, 0x8A8782);
            canvas.text(type.plain(), 9.5f, INK, x + 15, y + 1, TEXTS.get("withheld"));
        }
        for (Legend.Entry entry : legend.outlined()) {
            y -= 16;
            canvas.frame(x + 0.5f, y + 0.5f, 8, 8, INK);
            canvas.text(type.plain(), 9.5f, INK, x + 15, y + 1, entry.label());
        }
    }

    private float table(PdfCanvas canvas, Tour.Table table, float top, float width) throws IOException {
        float[] columns = new float[table.head().size()];
        widen(columns, table.head(), type.bold());
        for (List<String> row : table.rows()) {
            widen(columns, row, type.plain());
        }
        float whole = 0;
        for (float column : columns) {
            whole += column;
        }
        float size = Math.min(CELL, CELL * width / Math.max(1, whole));
        float y = row(canvas, table.head(), top, width, columns, size, type.bold(), QUIET);
        for (List<String> row : table.rows()) {
            y = row(canvas, row, y, width, columns, size, type.plain(), INK);
        }
        return y;
    }

    /** Makes columns at least as wide as the cells of a row at full size. */
    private static void widen(float[] columns, List<String> cells, PdfType.Face face) {
        for (int i = 0; i < Math.min(columns.length, cells.size()); i++) {
            columns[i] = Math.max(columns[i], face.width(cells.get(i), CELL) + CELL_GAP);
        }
    }

    /** Numbers end in columns of their own at the right, as wide as their widest; what a row is about begins at the left. */
    private float row(PdfCanvas canvas, List<String> cells, float top, float width, float[] columns, float size, PdfType.Face face, int colour)
            throws IOException {
        float y = top - 12;
        float end = MARGIN + width;
        for (int i = cells.size() - 1; i >= 0; i--) {
            canvas.text(face, size, colour, i == 0 ? MARGIN : end - face.width(cells.get(i), size), y, cells.get(i));
            end -= i < columns.length ? columns[i] * size / CELL : 0;
        }
        canvas.line(MARGIN, y - 4, MARGIN + width, y - 4, LINE);
        return y - 5;
    }
}
