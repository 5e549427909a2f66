package org.kvarter.importing.raster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.text.Texts;

/**
 * Whether the layout of a TIFF can be read, and what its values are. Stateless.
 */
final class TiffLayout {

    /** What a raster is of. */
    enum Content {
        ELEVATION, IMAGE
    }

    /** What a raster was taken for, and whether it could as well have been the other. */
    record Decision(Content content, boolean isUnsure) {
    }

    private static final Set<Integer> READABLE = Set.of(1, 2, 3, 4, 5, 7, 8, 32773, 32946, 50000);

    /** Packings of TIFF that are not read, by their number. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(6, "JPEG (old style)"), Map.entry(9, "JBIG"),
            Map.entry(34712, "JPEG 2000"), Map.entry(34887, "LERC"), Map.entry(34892, "JPEG (lossy DNG)"), Map.entry(34925, "LZMA"),
            Map.entry(50001, "WebP"), Map.entry(50002, "JPEG XL"), Map.entry(34661, "JBIG"), Map.entry(32809, "ThunderScan"),
            Map.entry(34676, "SGI Log"), Map.entry(34677, "SGI Log"));

    /** Words in file names that speak of heights, in the languages of the places the files come from. */
    private static final Set<String> HEIGHT_WORDS = Set.of("dem", "dtm", "dsm", "dgm", "dom", "dhm", "ndsm", "mdt", "mds", "mnt",
            "mns", "ahn", "hojd", "höjd", "hohe", "höhe", "height", "heights", "elev", "elevation", "altitude", "terrain",
            "terrang", "terräng", "relief", "ground", "mark", "marken", "markmodell", "hojdmodell", "höjdmodell", "topo");

    private static final double MAX_BLOCK_BYTES = 768e6;
    private static final int MAX_SIDE = 1_000_000;

    private TiffLayout() {
    }

    /** Why the image cannot be read, as a sentence without the file's name; empty where it can. */
    static Optional<String> refusal(TiffDirectory tags) {
        Texts texts = Texts.in(TiffLayout.class);
        if (tags.width() < 1 || tags.height() < 1 || tags.width() > MAX_SIDE || tags.height() > MAX_SIDE
                || tags.blockWidth() < 1 || tags.blockHeight() < 1 || tags.blockWidth() > MAX_SIDE) {
            return Optional.of(texts.get("tiff.size", tags.width(), tags.height()));
        }
        if (!READABLE.contains(tags.compression())) {
            return Optional.of(texts.get("tiff.compression",
                    NAMES.getOrDefault(tags.compression(), String.valueOf(tags.compression()))));
        }
        boolean bits = Set.of(1, 2, 4, 8, 16, 32).contains(tags.bits()) || tags.bits() == 64 && tags.isFloat();
        if (!bits || tags.samples() < 1 || tags.samples() > 64 || tags.isFloat() && tags.bits() < 32) {
            return Optional.of(texts.get("tiff.samples", tags.samples(), tags.bits()));
        }
        if (tags.photometric() == 5 || tags.photometric() == 8 || tags.photometric() == 9 || tags.photometric() > 10) {
            return Optional.of(texts.get("tiff.colour"));
        }
        if (tags.compression() != 1 && tags.blockBytes() > MAX_BLOCK_BYTES) {
            return Optional.of(texts.get("tiff.block"));
        }
        if (!tags.numbers().containsKey(tags.isTiled() ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS)) {
            return Optional.of(texts.get("tiff.noData"));
        }
        return Optional.empty();
    }

    /** What the raster is of, by its layout, and where that leaves it open by the words of its file name. */
    static Decision decide(TiffDirectory tags, String fileName) {
        boolean colour = tags.photometric() == TiffDirectory.RGB || tags.photometric() == TiffDirectory.YCBCR;
        if (tags.photometric() == TiffDirectory.PALETTE || colour && tags.samples() >= 3 || tags.bits() < 8) {
            return new Decision(Content.IMAGE, false);
        }
        if (tags.isFloat() || tags.bits() >= 32) {
            return new Decision(Content.ELEVATION, tags.samples() > 1);
        }
        boolean named = speaksOfHeights(fileName);
        if (tags.samples() >= 3) {
            return new Decision(Content.IMAGE, true);
        }
        if (tags.bits() == 16) {
            return new Decision(Content.ELEVATION, !named);
        }
        return new Decision(named ? Content.ELEVATION : Content.IMAGE, true);
    }

    private static boolean speaksOfHeights(String fileName) {
        for (String word : fileName.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (HEIGHT_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
