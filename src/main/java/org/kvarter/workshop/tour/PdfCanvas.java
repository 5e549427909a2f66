package org.kvarter.workshop.tour;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Draws on one sheet, in points from its lower left corner; colours are RGB without alpha. */
final class PdfCanvas implements AutoCloseable {

    private final PDPageContentStream out;

    PdfCanvas(PDDocument pdf, PDPage page) throws IOException {
        out = new PDPageContentStream(pdf, page);
    }

    void text(PdfType.Face face, float size, int rgb, float x, float y, String text) throws IOException {
        out.beginText();
        out.setFont(face.font(), size);
        colour(rgb);
        out.newLineAtOffset(x, y);
        out.showText(face.encodable(text));
        out.endText();
    }

    void image(PDImageXObject image, float x, float y, float width, float height) throws IOException {
        out.drawImage(image, x, y, width, height);
    }

    void box(float x, float y, float width, float height, int rgb) throws IOException {
        colour(rgb);
        out.addRect(x, y, width, height);
        out.fill();
    }

    void line(float x1, float y1, float x2, float y2, int rgb) throws IOException {
        out.setStrokingColor((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
        out.setLineWidth(0.6f);
        out.moveTo(x1, y1);
        out.lineTo(x2, y2);
        out.stroke();
    }

    void frame(float x, float y, float width, float height, int rgb) throws IOException {
        out.setStrokingColor((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
        out.setLineWidth(1.4f);
        out.addRect(x, y, width, height);
        out.stroke();
    }

    /** A bar whose colours go evenly from stop to stop. */
    void ramp(float x, float y, float width, float height, List<Integer> stops) throws IOException {
        int slices = 120;
        for (int i = 0; i < slices; i++) {
            float at = i / (slices - 1f) * (stops.size() - 1);
            int from = Math.min(stops.size() - 2, (int) at);
            box(x + width * i / slices, y, width / slices + 0.3f, height, between(stops.get(from), stops.get(from + 1), at - from));
        }
    }

    private static int between(int a, int b, float share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= Math.round((a >> shift & 255) * (1 - share) + (b >> shift & 255) * share) << shift;
        }
        return mixed;
    }

    private void colour(int rgb) throws IOException {
        out.setNonStrokingColor((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
