package org.kvarter.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads EPSG codes out of the ways people and formats spell them, by text alone: {@code EPSG:3011}, {@code 3011},
 * {@code urn:ogc:def:crs:EPSG::7415}, {@code https://www.opengis.net/def/crs/EPSG/0/7415}, two of them joined, CRS84, the
 * AdV's {@code urn:adv:crs:…} of German surveys, the common PROJ strings.
 *
 * @param horizontal code of the horizontal or compound system
 * @param vertical   code of a vertical system stated beside it
 */
record CrsText(int horizontal, OptionalInt vertical) {

    private static final int MAX_LENGTH = 500;
    private static final Pattern BARE = Pattern.compile("\\d{4,6}");
    private static final Pattern CODE = Pattern.compile("(?i)\\bEPSG(?:/+|:+|\\.xml#)(?:[\\d.]*[:/])?(\\d{4,6})(?![\\d.])");
    private static final Pattern JOINED = Pattern.compile("(?i)^\\W*EPSG:+(\\d{4,6})\\s*\\+\\s*(?:EPSG:+)?(\\d{4,6})\\W*$");
    private static final Pattern CRS84 = Pattern.compile("(?i)(?:\\bOGC[:/][\\d.]*[:/]?|\\bCRS:?)(?:CRS)?84(h?)$");
    private static final Pattern SITE = Pattern.compile("(?i)^https?://(?:www\\.)?(?:epsg\\.io|spatialreference\\.org/ref/epsg)/(\\d{4,6})\\b.*");
    private static final Pattern ESRI = Pattern.compile("(?i)^ESRI:+(\\d{4,6})$");
    private static final Pattern UTM = Pattern.compile("\\+zone=(\\d{1,2})\\b");

    /** Codes that were used for Web Mercator before it had one. */
    private static final Map<Integer, Integer> RETIRED = Map.of(900913, 3857, 102100, 3857, 102113, 3857, 3785, 3857);

    /** Names of horizontal systems in the AdV's uniform resource names, by their EPSG code. */
    private static final Map<String, Integer> ADV = Map.ofEntries(
            Map.entry("ETRS89_UTM31", 25831), Map.entry("ETRS89_UTM32", 25832), Map.entry("ETRS89_UTM33", 25833),
            Map.entry("ETRS89_LAT-LON", 4258), Map.entry("DE_DHDN_3GK2", 31466), Map.entry("DE_DHDN_3GK3", 31467),
            Map.entry("DE_DHDN_3GK4", 31468), Map.entry("DE_DHDN_3GK5", 31469), Map.entry("DE_DHDN_SOLD_BERLIN", 3068),
            Map.entry("DE_DHHN92_NH", 5783), Map.entry("DE_DHHN2016_NH", 7837));

    /** The codes in {@code text}; empty where it is not a code in any known spelling. */
    static Optional<CrsText> parse(String text) {
        String t = text.strip();
        if (t.isEmpty() || t.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (BARE.matcher(t).matches()) {
            return Optional.of(of(List.of(Integer.valueOf(t))));
        }
        Matcher joined = JOINED.matcher(t);
        if (joined.matches()) {
            return Optional.of(of(List.of(Integer.valueOf(joined.group(1)), Integer.valueOf(joined.group(2)))));
        }
        Matcher crs84 = CRS84.matcher(t);
        if (crs84.find()) {
            return Optional.of(of(List.of(crs84.group(1).isEmpty() ? 4326 : 4979)));
        }
        Matcher site = SITE.matcher(t);
        Matcher esri = ESRI.matcher(t);
        if (site.matches()) {
            return Optional.of(of(List.of(Integer.valueOf(site.group(1)))));
        }
        if (esri.matches()) {
            return Optional.of(of(List.of(Integer.valueOf(esri.group(1)))));
        }
        if (t.regionMatches(true, 0, "urn:adv:crs:", 0, 12)) {
            return adv(t.substring(12));
        }
        if (t.startsWith("+")) {
            return proj(t);
        }
        List<Integer> codes = new ArrayList<>();
        for (Matcher m = CODE.matcher(t); m.find();) {
            codes.add(Integer.valueOf(m.group(1)));
        }
        return codes.isEmpty() || codes.size() > 2 ? Optional.empty() : Optional.of(of(codes));
    }

    private static CrsText of(List<Integer> codes) {
        int first = codes.get(0);
        return new CrsText(RETIRED.getOrDefault(first, first), codes.size() < 2 ? OptionalInt.empty() : OptionalInt.of(codes.get(1)));
    }

    private static Optional<CrsText> adv(String names) {
        List<Integer> codes = new ArrayList<>();
        for (String name : names.toUpperCase(Locale.ROOT).split("\\*")) {
            Integer code = ADV.get(name);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes.isEmpty() || codes.size() > 2 ? Optional.empty() : Optional.of(of(codes));
    }

    private static Optional<CrsText> proj(String text) {
        Matcher init = Pattern.compile("(?i)\\+init=epsg:(\\d{4,6})").matcher(text);
        if (init.find()) {
            return Optional.of(of(List.of(Integer.valueOf(init.group(1)))));
        }
        boolean wgs84 = text.contains("=WGS84");
        boolean etrs89 = text.contains("+ellps=GRS80") && !text.contains("+datum=NAD83");
        if (text.contains("+proj=longlat") && (wgs84 || etrs89)) {
            return Optional.of(of(List.of(wgs84 ? 4326 : 4258)));
        }
        Matcher zone = UTM.matcher(text);
        if (text.contains("+proj=utm") && zone.find() && (wgs84 || etrs89)) {
            int z = Integer.parseInt(zone.group(1));
            if (z >= 1 && z <= 60) {
                int base = text.contains("+south") ? 32700 : etrs89 && !wgs84 && z >= 28 && z <= 38 ? 25800 : 32600;
                return Optional.of(of(List.of(base + z)));
            }
        }
        return Optional.empty();
    }
}
