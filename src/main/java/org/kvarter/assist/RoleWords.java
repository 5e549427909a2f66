package org.kvarter.assist;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.kvarter.tables.ColumnRole;

/** The words by which tables name their columns, in English, Swedish, Finnish, Dutch and German. Stateless. */
final class RoleWords {

    private static final Map<ColumnRole, Pattern> WORDS = new EnumMap<>(ColumnRole.class);
    static final Pattern END = Pattern.compile("end|end ?time|interval end|to|till|slut|sluttid|stopp?|t o m|loppu.*|eind.*|tot|ende|bis|end ?zeit|ending|hour ending|paattyy");
    static final Pattern CUMULATIVE = Pattern.compile(".*(cumul|kumul|ackumul|matarstallning|avlasning|meter ?reading|meter ?stand|zahlerstand|lukema|mittarilukema|index value|register).*|stand");

    static {
        add(ColumnRole.YEAR, "year|ar|arstal|vuosi|jaar|jahr");
        add(ColumnRole.MONTH, "month|manad|kuukausi|kk|maand|monat");
        add(ColumnRole.DAY, "day|dag|paiva|tag|day of month");
        add(ColumnRole.HOUR, "hour|timme|tim|tunti|uur|stunde|hour of day|hh");
        add(ColumnRole.CLOCK, "clock|klockslag|klocka|kl|time of day|tid|time|kello|kellonaika|tijd|uhrzeit|zeit|hh mm");
        add(ColumnRole.TIME, "time|times|timestamp|mess datum|date ?time|date|datum|tid|tidpunkt|tidsstampel|tids ?stampel|matdatum|mattid|starttid|start|start ?time|from|fran|fr o m|utc|time utc|"
                + "local time|aika|aikaleima|pvm|paivamaara|alku.*|tijd|tijdstip|tijdstempel|datum ?tijd|van|vanaf|zeit|zeitpunkt|zeitstempel|datum ?(uhr)?zeit|von|beginn|begin|period start|"
                + "interval start|interval|timme|period|date heure|ts|valid from");
        add(ColumnRole.PLACE, "id|key|nyckel|metering ?point.*|gsrn.*|mpan|mprn|mpr|pod|nmi|messlokation.*|marktlokation.*|melo.*|malo.*|zahlpunkt.*|meter|meter id|meter number|matare|matar ?id|mataren?r|matpunkt.*|anlaggning.*|anl ?id|gsrn|ean.*|building.*|building id|byggnad.*|byggnads ?id|"
                + "house|hus|husnr|fastighet.*|fastighets ?beteckning|property.*|parcel|site|plats|place|address|adress|gatuadress|street ?address|objekt.*|kund.*|customer.*|station.*|"
                + "sensor.*|device.*|location.*|node|nodes|rakennus.*|rakennus ?tunnus|kiinteisto.*|kiinteisto ?tunnus|kohde|osoite|katuosoite|kaytto ?paikka.*|mittari.*|mittauspiste.*|gebouw.*|pand.*|pand ?id|"
                + "adres|aansluiting.*|object.*|gebaude.*|gebaude ?id|haus.*|zahler.*|zahler ?nr|messstelle.*|messpunkt.*|adresse|liegenschaft.*|flurstuck|standort|usage ?point|area|zone|zon|omrade|name|namn|nimi|naam");
        add(ColumnRole.QUANTITY, "quantity|parameter|variable|medium|media|energy ?(type|carrier)|energi ?(slag|typ|bärare|barare)|storhet|suure|energialaji|laji|grootheid|energiedrager|energie ?trager|"
                + "messgrosse|grosse|techs?|commodity|series|metric|observed ?property|measure|matvarde ?typ");
        add(ColumnRole.UNIT, "unit|units|unit ?type|enhet|mattenhet|yksikko|yksikko ?tyyppi|eenheid|einheit|uom");
        add(ColumnRole.QUALITY, "quality|status|status ?kod|kvalitet|datakvalitet|laatu|tila|kwaliteit|qualitat|flag|validity|estimated|uppskattad");
        add(ColumnRole.VALUE, "value|quantity|varde|matvarde|consumption|forbrukning|anvandning|usage|use|kulutus|arvo|maara|verbruik|waarde|verbrauch|wert|messwert|menge|energy|energi|energia|energie|power|effekt|teho|"
                + "vermogen|leistung|reading|avlasning|matarstallning|lukema|meterstand|zahlerstand|production|produktion|tuotanto|productie|erzeugung|amount|result|kwh|kw|mwh|demand|load");
        add(ColumnRole.EAST, "lon|long|lng|longitude|longitud|x|e|east|easting|ost|lengtegraad|langengrad|pituus|rechtswert|sweref ?e|itakoordinaatti|x koordinat|x coord");
        add(ColumnRole.NORTH, "lat|latitude|latitud|y|n|north|northing|nord|breedtegraad|breitengrad|leveys|hochwert|sweref ?n|pohjoiskoordinaatti|y koordinat|y coord");
    }

    private RoleWords() {
    }

    private static void add(ColumnRole role, String pattern) {
        WORDS.put(role, Pattern.compile("(?:" + pattern + ")"));
    }

    /** How well a name fits a role: 3 as a whole, 2 joined, 1 by one of its words, 0 not at all. */
    static int fit(String name, ColumnRole role) {
        Pattern pattern = WORDS.get(role);
        String words = PlainText.words(name);
        if (pattern == null || words.isEmpty()) {
            return 0;
        }
        if (pattern.matcher(words).matches()) {
            return 3;
        }
        // of what is nested, the innermost name says what it is
        String inner = PlainText.words(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1));
        if (pattern.matcher(words.replace(" ", "")).matches() || !inner.equals(words) && pattern.matcher(inner).matches()) {
            return 2;
        }
        for (String word : words.split(" ")) {
            if (word.length() > 1 && pattern.matcher(word).matches()) {
                return 1;
            }
        }
        return 0;
    }
}
