package org.kvarter.importing.osm;

import java.util.Set;

/**
 * Heights, roof and colours of a building or a part of one, after the OpenStreetMap wiki's "Simple 3D Buildings": {@code height} and
 * {@code min_height} count from the ground, the height includes the roof, {@code building:levels} do not.
 *
 * @param base      metres over the ground at which it begins
 * @param eaves     metres over the ground at which the roof begins
 * @param top       metres over the ground at which it ends
 * @param roof      its shape
 * @param bearing   degrees clockwise from north to which a skillion roof falls, or which the slopes of a gabled one face; NaN for by itself
 * @param across    whether a ridge runs across the longer side
 * @param wallArgb  0 for none
 * @param roofArgb  0 for none
 * @param origin    where the height comes from
 */
record BuildingShape(double base, double eaves, double top, RoofShape roof, double bearing, boolean across, int wallArgb, int roofArgb,
                     Origin origin) {

    /** Where a height comes from. */
    enum Origin {
        HEIGHT, LEVELS, DEFAULT
    }

    /** Heights beyond are mistakes. */
    private static final double MAX_HEIGHT = 1_000;
    private static final double MAX_LEVELS = 250;
    private static final double SMALL_HEIGHT = 3;
    private static final Set<String> SMALL = Set.of("garage", "garages", "carport", "shed", "hut", "kiosk", "greenhouse", "roof", "toilets",
            "service", "transformer_tower", "bunker", "container", "tent", "cabin", "static_caravan");

    /** Where nothing states the height of a roof: rise by metre of the shorter side (30°; a lean-to 9°), and the most of it. */
    private static final double RISE = 0.29;
    private static final double SKILLION_RISE = 0.15;
    private static final double MAX_RISE = 6;
    /** Of what the building has above its base. */
    private static final double MAX_SHARE = 0.5;

    /**
     * From the tags.
     *
     * @param shorterSide   metres, of the smallest rectangle around the footprint
     * @param levelHeight   metres of a storey
     * @param defaultHeight metres, where nothing states a height
     */
    static BuildingShape of(Tags tags, double shorterSide, double levelHeight, double defaultHeight) {
        RoofShape named = RoofShape.of(tags.text("roof:shape"));
        RoofShape roof = named == null ? RoofShape.FLAT : named;
        double stated = statedRise(tags, roof, levelHeight);
        double top = limited(TagNumbers.metres(tags.get("height")), MAX_HEIGHT);
        double levels = limited(TagNumbers.number(tags.get("building:levels")), MAX_LEVELS);
        Origin origin = top > 0 ? Origin.HEIGHT : levels > 0 ? Origin.LEVELS : Origin.DEFAULT;
        double base = base(tags, levelHeight);
        double guess = guessedRise(roof, shorterSide);
        if (origin == Origin.LEVELS) {
            top = Math.max(levels * levelHeight, base) + (Double.isNaN(stated) ? guess : stated);
        } else if (origin == Origin.DEFAULT) {
            top = base + (SMALL.contains(tags.text("building")) ? Math.min(SMALL_HEIGHT, defaultHeight) : defaultHeight);
        }
        if (base >= top) {
            base = 0;
        }
        double rise = Double.isNaN(stated) ? Math.min(guess, MAX_SHARE * (top - base)) : Math.min(stated, top - base);
        return new BuildingShape(base, top - rise, top, rise > 0 ? roof : RoofShape.FLAT, TagNumbers.bearing(tags.get("roof:direction")),
                tags.text("roof:orientation").equals("across"), Colours.argb(colour(tags, "building")), Colours.argb(colour(tags, "roof")), origin);
    }

    /** Whether the tags contradict themselves: what begins above its end is set on the ground. */
    static boolean isContradictory(Tags tags) {
        double top = TagNumbers.metres(tags.get("height"));
        return top > 0 && TagNumbers.metres(tags.get("min_height")) >= top;
    }

    private static double base(Tags tags, double levelHeight) {
        double base = limited(TagNumbers.metres(tags.get("min_height")), MAX_HEIGHT);
        double level = limited(TagNumbers.number(tags.get("building:min_level")), MAX_LEVELS);
        return base > 0 ? base : level > 0 ? level * levelHeight : 0;
    }

    private static double statedRise(Tags tags, RoofShape roof, double levelHeight) {
        double height = limited(TagNumbers.metres(tags.get("roof:height")), MAX_HEIGHT);
        double levels = limited(TagNumbers.number(tags.get("roof:levels")), MAX_LEVELS);
        return roof == RoofShape.FLAT ? 0 : height >= 0 ? height : levels > 0 ? levels * levelHeight : Double.NaN;
    }

    private static double guessedRise(RoofShape roof, double shorterSide) {
        return switch (roof) {
            case FLAT -> 0;
            case SKILLION -> Math.min(SKILLION_RISE * shorterSide, MAX_RISE);
            case DOME -> shorterSide / 2;
            default -> Math.min(RISE * shorterSide, MAX_RISE);
        };
    }

    private static double limited(double value, double most) {
        return value >= 0 && value <= most ? value : Double.NaN;
    }

    private static String colour(Tags tags, String of) {
        String british = tags.get(of + ":colour");
        return british == null ? tags.get(of + ":color") : british;
    }
}
