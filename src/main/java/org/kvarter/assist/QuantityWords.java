package org.kvarter.assist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.Unit.Dimension;

/** The words by which tables name what they measure, in English, Swedish, Finnish, Dutch and German. Stateless. */
public final class QuantityWords {

    /** Matched against folded words; the first that fits wins, so that the more particular come first. */
    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        add(Quantities.INDOOR_TEMPERATURE, "indoor.*temp.*|innetemp.*|inomhustemp.*|rumstemp.*|room temp.*|sisalampotila|binnentemp.*|innentemp.*|raumtemp.*");
        add(Quantities.DEW_POINT, "dew ?point.*|daggpunkt.*|kastepiste|dauwpunt|taupunkt");
        add(Quantities.HOT_WATER, "dhw.*|domestic hot water.*|hot ?water.*|tapp?varmvatten.*|varmvatten.*|vvb?|lammin( kaytto)?vesi|kayttovesi|warm ?(tap)?water|tapwater|warmwasser.*|brauchwasser|tww");
        add(Quantities.COOLING, "cool.*|fjarrkyla|kyla.*|komfortkyla|jaahdytys.*|kaukokylma|koel.*|koud.*|kalte.*|kuhl.*|kalteenergie|space cooling");
        add(Quantities.SOLAR, "pv|photovoltaic.*|fotovoltai.*|solar (generation|production|power|energy|pv).*|solar|solel.*|solcell.*|solproduktion|elproduktion|aurinko.*|zonne.*|zonnepanel.*|"
                + "photovoltaik.*|solarstrom.*|opwek.*|p pv|erzeugung");
        add(Quantities.CHARGING, "charg.*|laddning.*|elbil.*|ev|lataus.*|laad.*|lade.*|ladung");
        add(Quantities.DIRECT_RADIATION, "dni|direct normal.*|gb n|beam.*|direktstralning.*|direct horizontal.*");
        add(Quantities.DIFFUSE_RADIATION, "dhi|dif|diffuse.*|gd h|diffus.*");
        add(Quantities.INFRARED_RADIATION, "ir h|infrared.*|horizontal infrared.*|langvag.*|longwave.*");
        add(Quantities.GLOBAL_RADIATION, "ghi|global.*|g h|g i|irradi.*|solinstralning|globalstralning|instralning|sateily.*|straling|globale? straling|globalstrahlung|strahlung|shortwave.*|radiation");
        add(Quantities.WIND_DIRECTION, "wind ?dir.*|vindriktning.*|tuulen suunta|windrichting|windrichtung|wd10m|wdir");
        add(Quantities.WIND_SPEED, "wind.*|vind(hastighet|styrka)?|tuuli.*|tuulen nopeus|ws10m|wspd|windgeschwindigkeit|windsnelheid");
        add(Quantities.HUMIDITY, "rh|rf tu|rel.* hum.*|humidity|relative humidity|luftfuktighet|fuktighet|ilmankosteus|kosteus|luchtvochtigheid|luftfeuchte.*|relhum");
        add(Quantities.PRESSURE, "pressure|lufttryck|ilmanpaine|luchtdruk|luftdruck|sp|atmospheric (station )?pressure|pres");
        add(Quantities.CLOUD_COVER, "cloud.*|molnighet|pilvisyys|bewolking|bewolkung|(total|opaque) sky cover|totcld|opqcld");
        add(Quantities.PRECIPITATION, "precip.*|rain.*|nederbord|regn.*|sade.*|sademaara|neerslag|niederschlag.*|lprecip.*");
        add(Quantities.SNOW_DEPTH, "snow.*|snodjup|lumensyvyys|sneeuw.*|schneehohe");
        add(Quantities.CARBON_DIOXIDE, "co2|koldioxid|hiilidioksidi|kohlendioxid|kooldioxide|co2 ppm");
        add(Quantities.CARBON, "carbon.*|emission.*|utslapp.*|paastot|uitstoot|emissionen|klimatpaverkan|gwp|co2 ?e.*");
        add(Quantities.PRICE, "price.*|nord ?pool.*|spot.*|elpris.*|pris|tariff.*|hinta|prijs|preis.*|day ?ahead.*|lmp");
        add(Quantities.OCCUPANCY, "occup.*|narvaro|belaggning|lasnaolo|bezetting|belegung|personer|persons|people");
        add(Quantities.HEAT, "heat.*|space heating|dh|fjarrvarme.*|fv|varme.*|uppvarmning.*|kaukolampo.*|lammitys.*|lampo(energia)?|stadsverwarming|warmte.*|verwarming.*|"
                + "fernwarme.*|warme.*|heiz.*|raumwarme|demand heat|heating demand|q h");
        add(Quantities.GAS, "(natural )?gas.*|naturgas|stadsgas|biogas|kaasu|maakaasu|aardgas|erdgas|g1025|gasverbruik");
        add(Quantities.WATER, "water.*|vatten|vatten(forbrukning|anvandning|mangd|matare|matning).*|kallvatten|vesi.*|kylma vesi|drinkwater|wasser.*|kaltwasser");
        add(Quantities.ELECTRICITY, "el|elec.*|elektri.*|el ?(forbrukning|anvandning|energi|uttag|kraft|power|anv|forbr)\\w*|hushallsel|fastighetsel|verksamhetsel|kwh|"
                + "power|effekt|wirk(leistung|arbeit|energie).*|lastgang|lastprofil|load|load profile|non shiftable load|sahko.*|sahkonkulutus|stroom.*|elektra|strom.*|stromverbrauch|verbrauch|demand electricity|aktiv energi.*|active energy.*|import|uttag|h0");
        add(Quantities.TEMPERATURE, "temp.*|tt tu|.*temperature|.*temperatur|.*temperatuur|t2m|t ?out|t ?ute|utetemp.*|utomhustemp.*|ulkolampotila|lampotila|buitentemp.*|aussentemp.*|"
                + "dry ?bulb.*|outdoor.*temp.*|air temp.*|ta");
        add(Quantities.COUNT, "count.*|antal.*|lukumaara|lkm|aantal.*|anzahl.*|passager.*|trips|volume|flow|flode");
        add(Quantities.AREA, "area.*|.*area|atemp|bta|boa|loa|floor area|yta|pinta ?ala|kerrosala|oppervlakte|flache|nutzflache|bgf|wohnflache|.*flache");
    }

    private QuantityWords() {
    }

    private static void add(String quantity, String pattern) {
        WORDS.put(Pattern.compile("(?:" + pattern + ")"), quantity);
    }

    /** The quantity that a text names; empty where none is known by its words. */
    public static Optional<String> find(String text) {
        String words = PlainText.words(text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = words.split(" ");
        for (Map.Entry<Pattern, String> entry : WORDS.entrySet()) {
            if (entry.getKey().matcher(words).matches()) {
                return Optional.of(entry.getValue());
            }
        }
        // a single word of several, and two neighbours
        for (Map.Entry<Pattern, String> entry : WORDS.entrySet()) {
            for (int i = 0; i < parts.length; i++) {
                if (parts.length > 1 && entry.getKey().matcher(parts[i]).matches()
                        || i + 1 < parts.length && entry.getKey().matcher(parts[i] + " " + parts[i + 1]).matches()) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The quantity that a text names, in its usual word; the text itself where it is not known. */
    public static String usual(String text) {
        return find(text).orElse(text.strip());
    }

    /** What values of a quantity are usually measured in; empty for unknown quantities. */
    public static Optional<Dimension> dimension(String quantity) {
        return Optional.ofNullable(switch (quantity) {
            case Quantities.ELECTRICITY, Quantities.HEAT, Quantities.HOT_WATER, Quantities.COOLING, Quantities.GAS, Quantities.SOLAR, Quantities.CHARGING -> Dimension.ENERGY;
            case Quantities.TEMPERATURE, Quantities.INDOOR_TEMPERATURE, Quantities.DEW_POINT -> Dimension.TEMPERATURE;
            case Quantities.HUMIDITY, Quantities.CLOUD_COVER -> Dimension.SHARE;
            case Quantities.GLOBAL_RADIATION, Quantities.DIRECT_RADIATION, Quantities.DIFFUSE_RADIATION, Quantities.INFRARED_RADIATION -> Dimension.IRRADIANCE;
            case Quantities.WIND_SPEED -> Dimension.SPEED;
            case Quantities.WIND_DIRECTION -> Dimension.ANGLE;
            case Quantities.PRESSURE -> Dimension.PRESSURE;
            case Quantities.WATER -> Dimension.VOLUME;
            case Quantities.PRECIPITATION, Quantities.SNOW_DEPTH -> Dimension.LENGTH;
            case Quantities.AREA -> Dimension.AREA;
            case Quantities.PRICE -> Dimension.PRICE;
            default -> null;
        });
    }
}
