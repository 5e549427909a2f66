package org.kvarter.workshop.tour;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The type of a PDF: a sans of the machine, of which the letters that are used go into the file; where there is none, Helvetica, which every
 * reader has, and which lacks letters beyond western and northern Europe: those lose their accents, and what then still cannot be written
 * becomes a full stop in the middle of the line.
 *
 * @param plain for text
 * @param bold  for headings
 */
record PdfType(Face plain, Face bold) {

    private static final String[][] SANS = {{"Inter-Regular", "Inter-Bold"}, {"SegoeUI", "SegoeUI-Bold"}, {"NotoSans-Regular", "NotoSans-Bold"},
        {"LiberationSans", "LiberationSans-Bold"}, {"DejaVuSans", "DejaVuSans-Bold"}, {"ArialMT", "Arial-BoldMT"}};
    private static final Logger LOG = LoggerFactory.getLogger(PdfType.class);

    static PdfType of(PDDocument pdf) {
        for (String[] family : SANS) {
            try {
                FontMapping<TrueTypeFont> plain = FontMappers.instance().getTrueTypeFont(family[0], null);
                FontMapping<TrueTypeFont> bold = FontMappers.instance().getTrueTypeFont(family[1], null);
                if (plain != null && !plain.isFallback() && bold != null && !bold.isFallback()) {
                    return new PdfType(new Face(PDType0Font.load(pdf, plain.getFont(), true)), new Face(PDType0Font.load(pdf, bold.getFont(), true)));
                }
            } catch (IOException | RuntimeException e) {
                LOG.info("The font {} cannot be embedded", family[0], e);
            }
        }
        return new PdfType(new Face(new PDType1Font(Standard14Fonts.FontName.HELVETICA)),
                new Face(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD)));
    }

    /** One weight. */
    record Face(PDFont font) {

        /** Width of a line, points. */
        float width(String text, float size) {
            try {
                return font.getStringWidth(encodable(text)) / 1000 * size;
            } catch (IOException e) {
                throw new IllegalStateException("encodable text has a width", e);
            }
        }

        /** {@code text} in the letters there are. */
        String encodable(String text) {
            StringBuilder kept = new StringBuilder();
            text.replace('\u2212', '\u2013').codePoints().forEach(c -> {
                String letter = Character.toString(c);
                String bare = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
                kept.append(Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' ? " " : has(letter) ? letter : has(bare) ? bare : "\u00b7");
            });
            return kept.toString();
        }

        private boolean has(String letter) {
            try {
                font.encode(letter);
                return !letter.isEmpty();
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
        }

        /** The lines of a text no wider than {@code width} points; a longer word stands alone. */
        List<String> wrap(String text, float size, float width) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.trim().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
            return lines;
        }
    }
}
