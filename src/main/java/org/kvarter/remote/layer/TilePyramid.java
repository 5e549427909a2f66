package org.kvarter.remote.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kvarter.remote.FeedException;
import org.kvarter.text.Texts;

/**
 * Tiles of the ground, level by level.
 *
 * @param crs      their system
 * @param template address with {@code {z}}, {@code {x}}, {@code {y}} and {@code {-y}}
 * @param levels   in any order
 */
record TilePyramid(String crs, String template, List<Level> levels) {

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    private static final int MOST_TILES = 400;
    /** Half the side of the square world of the spherical Mercator projection, metres. */
    private static final double HALF_WORLD = 20_037_508.342789244;

    /**
     * A level.
     *
     * @param name       as the address says it
     * @param pixel      size of a pixel in the system's units
     * @param west       left edge of the first tile
     * @param north      upper edge of the first tile
     * @param tileWidth  pixels
     * @param tileHeight pixels
     * @param columns    number of tiles from west to east
     * @param rows       number of tiles from north to south
     */
    record Level(String name, double pixel, double west, double north, int tileWidth, int tileHeight, long columns, long rows) {

        /** The tiles that meet a box, as far as the level has them. */
        Cut cut(double[] box) {
            long left = Math.max(0, (long) Math.floor((box[0] - west) / (pixel * tileWidth)));
            long top = Math.max(0, (long) Math.floor((north - box[3]) / (pixel * tileHeight)));
            long right = Math.min(columns - 1, (long) Math.floor((box[2] - west) / (pixel * tileWidth)));
            long bottom = Math.min(rows - 1, (long) Math.floor((north - box[1]) / (pixel * tileHeight)));
            return new Cut((int) left, (int) top, (int) Math.max(0, right - left + 1), (int) Math.max(0, bottom - top + 1));
        }
    }

    /** A block of tiles from ({@code column}, {@code row}) on. */
    record Cut(int column, int row, int columns, int rows) {
    }

    static TilePyramid mercator(LayerQuery.Tiles tiles) {
        List<Level> levels = new ArrayList<>();
        for (int z = 0; z <= tiles.deepest(); z++) {
            levels.add(new Level(Integer.toString(z), 2 * HALF_WORLD / 256 / (1L << z), -HALF_WORLD, HALF_WORLD, 256, 256, 1L << z, 1L << z));
        }
        return new TilePyramid("EPSG:3857", tiles.url(), levels);
    }

    /**
     * The coarsest level whose pixels are as small as wanted, or the finest of those whose tiles for the box are few enough; then the coarser ones, since many a
     * service names levels that it has not.
     *
     * @throws FeedException where the box is beyond all tiles
     */
    List<Level> levels(double[] box, double wanted) throws FeedException {
        List<Level> fitting = levels.stream().filter(l -> fits(l, l.cut(box))).sorted(Comparator.comparingDouble(Level::pixel).reversed()).toList();
        if (fitting.isEmpty()) {
            throw FeedException.lasting(TEXTS.get("noTiles"));
        }
        Level best = fitting.stream().filter(l -> l.pixel() <= wanted * 1.3).findFirst().orElse(fitting.get(fitting.size() - 1));
        return fitting.stream().filter(l -> l.pixel() >= best.pixel()).sorted(Comparator.comparingDouble(Level::pixel)).toList();
    }

    private static boolean fits(Level level, Cut cut) {
        long count = (long) cut.columns() * cut.rows();
        return count > 0 && count <= MOST_TILES && (long) cut.columns() * level.tileWidth() <= GroundPicture.MOST_PIXELS + 512
                && (long) cut.rows() * level.tileHeight() <= GroundPicture.MOST_PIXELS + 512;
    }

    String address(Level level, int column, int row) {
        return template.replace("{z}", level.name()).replace("{x}", Integer.toString(column)).replace("{y}", Integer.toString(row))
                .replace("{-y}", Long.toString(level.rows() - 1 - row)).replaceAll("\\{s\\}", "a").replaceAll("\\{switch:([^,}]*)[^}]*\\}", "$1");
    }
}
