package org.kvarter.series.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which tables of flows are recognised, in English, Swedish and some neighbours. Stateless. */
public final class FlowWords {

    static final Pattern SITE = words("site|station|plats|punkt|matpunkt|matplats|mätpunkt|mätplats|zahlstelle|counter|location|telpunt|detector|sensor|"
            + "laskuri|mittauspiste|compteur|point|snitt|räknare|raknare|link|segment|section");
    static final Pattern SITE_ID = words("id|code|kod|key|name|namn|number|nr");
    static final Pattern DIRECTION = words("direction|dir|riktning|richtung|richting|suunta|sens|heading|bearing|retning|fil|lane");
    static final Pattern MODE = words("class|mode|klass|fordon|fordonstyp|fordonsslag|vehicle|category|kategori|färdmedel|fardmedel|fahrzeug|"
            + "fahrzeugart|voertuig|ajoneuvo|art|trafikslag|färdsätt|fardsatt|vehicletype");
    static final Pattern COUNT = words("count|counts|antal|volume|flow|flöde|flode|anzahl|aantal|määrä|lkm|trips|resor|vehicles|value|menge|fahrten|"
            + "number|total|traffic|trafik|n|q");
    static final Pattern TIME = words("time|tid|tidpunkt|interval|intervall|start|datum|date|datetime|timestamp|zeit|hour|timme|from|klockslag|period");
    static final Pattern ORIGIN = words("origin|from|från|fran|orig|o|von|van|source|lähtö|start|start_zone|från_zon|startzon|fromzone|originzone");
    static final Pattern DESTINATION = words("destination|to|till|dest|d|nach|naar|target|kohde|end_zone|till_zon|målzon|malzon|tozone|destinationzone");
    static final Pattern EAST = words("lon|long|longitude|lng|x|east|easting|öst|e|sweref_e|xcoord|xkoord|longitud");
    static final Pattern NORTH = words("lat|latitude|y|north|northing|nord|sweref_n|ycoord|ykoord|latitud");
    static final Pattern COUNTED_FILE = Pattern.compile("(?iu)count|traffic|trafik|räkn|rakn|cykel|bicycle|bike|zählung|zaehlung|verkehr|flow|flöde|adt|ådt");

    private static final Pattern MODE_WORD = Pattern.compile("(?iu)motor|car|cars|vehicles?|truck|lorry|hgv|bus|bike|bikes|bicycles?|cycl(e|ist)s?|"
            + "cykel|cyklar|cyklister|bil|bilar|personbil|lastbil|buss|moped|mc|fot|gående|gaende|fotgängare|ped|pedestrians?|walk|foot|tram|"
            + "pkw|lkw|kfz|rad|fahrrad|auto|fiets|tung|lätt|latt|heavy|light|scooter|alla|all");

    private static final Map<String, Integer> COMPASS = Map.ofEntries(Map.entry("n", 0), Map.entry("nne", 1), Map.entry("nno", 1),
            Map.entry("ne", 2), Map.entry("no", 2), Map.entry("ene", 3), Map.entry("ono", 3), Map.entry("e", 4), Map.entry("o", 4), Map.entry("ese", 5),
            Map.entry("oso", 5), Map.entry("se", 6), Map.entry("so", 6), Map.entry("sse", 7), Map.entry("sso", 7), Map.entry("s", 8), Map.entry("ssw", 9),
            Map.entry("ssv", 9), Map.entry("sw", 10), Map.entry("sv", 10), Map.entry("wsw", 11), Map.entry("vsv", 11), Map.entry("w", 12),
            Map.entry("v", 12), Map.entry("wnw", 13), Map.entry("vnv", 13), Map.entry("nw", 14), Map.entry("nv", 14), Map.entry("nnw", 15),
            Map.entry("nnv", 15), Map.entry("nb", 0), Map.entry("eb", 4), Map.entry("sb", 8), Map.entry("wb", 12));
    private static final Pattern LONG_COMPASS = Pattern.compile(
            "^(north|norr|nord|noord|south|soder|syd|sud|zuid)?[- ]?(east|ost|oost|west|vast|vest)?(erly|ern|bound|ward|wards|ut|gaende|lig|lich|riktning|ra|er|erut)?$");
    private static final Set<String> BOTH = Set.of("both", "total", "sum", "alla", "bada", "summa", "gesamt", "beide", "all", "0+1", "båda");

    private FlowWords() {
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?iu)(^|.*[^\\p{L}\\p{N}])(" + alternatives + ")([^\\p{L}\\p{N}].*|$|(?<=site|count|zone)_?id$)");
    }

    /**
     * The compass bearing a direction means, degrees clockwise from north: {@code N}, {@code southbound}, {@code österut},
     * {@code mot väster}, {@code 135°}; empty where it is no point of the compass.
     */
    public static OptionalDouble bearing(String direction) {
        String text = Normalizer.normalize(direction.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .replaceFirst("^(mot|towards|to|nach|naar|riktning)\\s+", "").replaceFirst("\\s*(°|deg|degrees|grader)$", "").strip();
        if (COMPASS.containsKey(text)) {
            return OptionalDouble.of(22.5 * COMPASS.get(text));
        }
        if (text.matches("\\d{1,3}([.,]\\d+)?")) {
            double degrees = Double.parseDouble(text.replace(',', '.'));
            return degrees > 9 && degrees <= 360 ? OptionalDouble.of(degrees % 360) : OptionalDouble.empty();
        }
        var matcher = LONG_COMPASS.matcher(text);
        if (text.isEmpty() || !matcher.matches() || matcher.group(1) == null && matcher.group(2) == null) {
            return OptionalDouble.empty();
        }
        boolean hasNorth = matcher.group(1) != null;
        boolean north = hasNorth && matcher.group(1).startsWith("n");
        if (matcher.group(2) == null) {
            return OptionalDouble.of(north ? 0 : 180);
        }
        boolean east = !matcher.group(2).startsWith("w") && !matcher.group(2).startsWith("v");
        double quarter = hasNorth ? north ? 45 : 135 : 90;
        return OptionalDouble.of(east ? quarter : 360 - quarter);
    }

    /** Whether a direction means both together. */
    public static boolean isBoth(String direction) {
        return direction.isBlank() || BOTH.contains(direction.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a word of a column's name is a direction. */
    static boolean isDirection(String word) {
        return bearing(word).isPresent() || isBoth(word) && !word.isBlank();
    }

    /** Whether a word of a column's name is a class of vehicle. */
    static boolean isMode(String word) {
        return MODE_WORD.matcher(word.strip()).matches();
    }
}
