package org.kvarter.series.csv;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which columns of coordinates are recognised, in English, Swedish, Finnish, Dutch and German. Stateless. */
public final class PlaceWords {

    static final Set<String> LONGITUDE = Set.of("lon", "long", "lng", "longitude", "longitud", "longitudi", "laengengrad", "langengrad", "laenge", "lange",
            "langd", "langdgrad", "pituus", "pituusaste", "pituuspiiri", "lengtegraad", "lengte", "geolaenge", "decimallongitude");
    static final Set<String> LATITUDE = Set.of("lat", "latitude", "latitud", "latitudi", "breitengrad", "breite", "breddgrad", "bredd", "leveys", "leveysaste",
            "leveyspiiri", "breedtegraad", "breedte", "geobreite", "decimallatitude");
    static final Set<String> EAST = Set.of("x", "e", "east", "easting", "eastings", "ost", "ostlig", "oest", "oost", "ita", "itakoordinaatti", "rechtswert",
            "xcoord", "xkoord", "xkoordinat", "xkoordinate", "xkoordinaatti", "xcoordinaat", "coordx", "pointx", "ekoord", "ekoordinat", "ecoord", "ostwert",
            "xcoordinate", "koordx", "geox");
    static final Set<String> NORTH = Set.of("y", "n", "north", "northing", "northings", "nord", "nordlig", "noord", "norr", "pohjoinen", "pohjoiskoordinaatti",
            "hochwert", "ycoord", "ykoord", "ykoordinat", "ykoordinate", "ykoordinaatti", "ycoordinaat", "coordy", "pointy", "nkoord", "nkoordinat", "ncoord",
            "nordwert", "ycoordinate", "koordy", "geoy");
    static final Set<String> GEOMETRY = Set.of("wkt", "geom", "geometry", "geometri", "geometria", "geometrie", "thegeom", "shape", "wkbgeometry", "wkb", "geo");

    private static final Pattern CODE = Pattern.compile("(?:^|\\D)(\\d{4,5})(?:\\D|$)");

    private PlaceWords() {
    }

    /** A name's words: lower case, without accents; compounds of one letter and a word ({@code x_coord}) also joined. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return List.of(plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" "));
    }

    /** How well a name fits: 3 alone, 2 joined, 1 as one of its words, 0 not at all. */
    static int fit(String name, Set<String> wanted) {
        List<String> words = words(name);
        if (words.size() == 1 && wanted.contains(words.get(0))) {
            return 3;
        }
        if (wanted.contains(String.join("", words))) {
            return 2;
        }
        return words.stream().anyMatch(wanted::contains) ? 1 : 0;
    }

    /** The reference system that the names of two columns speak of, such as {@code N_3011} or {@code SWEREF99TM_N}; empty for none. */
    public static Optional<String> crs(String x, String y) {
        Matcher one = CODE.matcher(x);
        Matcher other = CODE.matcher(y);
        if (one.find() && other.find() && one.group(1).equals(other.group(1))) {
            return Optional.of("EPSG:" + one.group(1));
        }
        String both = String.join("", words(x)) + " " + String.join("", words(y));
        if (both.matches(".*sweref(99)?tm.* .*sweref(99)?tm.*")) {
            return Optional.of("EPSG:3006");
        }
        if (both.matches(".*tm35fin.* .*tm35fin.*")) {
            return Optional.of("EPSG:3067");
        }
        return both.matches("(rdx|xrd|rdxcoord.*) (rdy|yrd|rdycoord.*)") ? Optional.of("EPSG:28992") : Optional.empty();
    }
}
