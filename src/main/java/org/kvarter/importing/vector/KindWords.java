package org.kvarter.importing.vector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.model.LayerKind;

/**
 * Words of layer names and classes in English, Swedish, Finnish, Dutch and German, folded as {@link Words#fold}. A word with a star
 * matches where it begins or ends a longer word, as compounds do; others match alone.
 */
public final class KindWords {

    private static final Map<LayerKind, List<String>> WORDS = new EnumMap<>(LayerKind.class);

    static {
        put(LayerKind.TREES, "tree trees street_tree trad gatutrad* baum baume baeume baumkataster* stadtbaum* puu puut puurekisteri* "
                + "katupuu* boom bomen");
        put(LayerKind.RAIL, "rail rails railway* railroad* tram trams tramway* tramline* lightrail metro subway sparvag* jarnvag* spar "
                + "tunnelbana* bahn gleis* schiene* strassenbahn* eisenbahn* ubahn sbahn rautatie* raitiotie* raitio* ratikka* rata "
                + "radat spoor spoorweg* spoorbaan* trambaan*");
        put(LayerKind.BUILDINGS, "building* bldg bldgs footprint* house houses rooftop* byggnad* hus hustak* gebaude* gebaeude* haus "
                + "hauser haeuser bauwerk* rakennus* rakennukset talo talot pand panden gebouw* bebouwing* huizen warehouse* bati "
                + "batiment* edificio* edifici hausumring* hausumringe*");
        put(LayerKind.STREETS, "street* road roads roadway* highway* motorway* carriageway* cycleway* footway* footpath* sidewalk* "
                + "pavement* lane lanes path paths vag vagar vagnat* vagmitt* vaglinje* vagkant* bilvag* gata gator gatu gatunat* "
                + "gatumark* korbana* cykelvag* cykelbana* gangvag* gangbana* strasse* strassen* weg wege radweg* gehweg* fahrbahn* "
                + "verkehrsweg* katu kadut katuverkko* tie tiet tieverkko* tielinkki* pyoratie* jalkakaytava* straat straten wegen "
                + "wegvak* wegdeel* wegdelen* rijbaan* fietspad* voetpad* residential tertiary secondary");
        put(LayerKind.WATER, "water waters waterway* waterbody* waterfront* river rivers lake lakes sea ocean stream streams canal* "
                + "harbour harbor pond ponds basin hydro* quay vatten vattendrag* vattenyta* vattenytor sjo sjoar hav hamnbassang* "
                + "kanal* wasser gewasser* gewaesser* wasserflache* fluss flusse see seen bach teich vesi vesisto* vesialue* vedet "
                + "jarvi jarvet meri joki joet kanava* watergang* waterdeel* waterdelen* waterloop* rivier* gracht* meer");
        put(LayerKind.GREEN, "green greens greenery greenspace* park parks grass grassland* forest forests wood woods woodland* meadow* "
                + "garden gardens lawn lawns scrub vegetation* shrub* gron gronyta* gronytor gronomrade* gronstruktur* skog* grasmatta* "
                + "tradgard* ang angar planteringsyta* grun gruen grunflache* gruenflaeche* grunanlage* wald walder wiese* rasen "
                + "garten viher* puisto* metsa* metsat niitty* nurmikko* nurmi groen* bos bossen plantsoen* grasveld* weide "
                + "recreation_ground allotments heath");
        put(LayerKind.PLOTS, "plot plots parcel* lot lots cadastr* property properties fastighet* tomt tomter tomtmark* kvartersmark* "
                + "flurstuck* flurstueck* grundstuck* grundstueck* kataster* kiinteisto* tontti* tontit kavel kavels perceel* percelen");
        put(LayerKind.LAND_USE, "landuse landuses zoning zones detaljplan* plankarta* markanvandning* landnutzung* flachennutzung* "
                + "nutzung maankaytto* kaava* asemakaava* bestemming* bodemgebruik* grondgebruik*");
        put(LayerKind.BRIDGES, "bridge bridges viaduct* bro broar brucke* bruecke* silta sillat brug bruggen");
    }

    private KindWords() {
    }

    private static void put(LayerKind kind, String words) {
        WORDS.put(kind, List.of(words.split(" ")));
    }

    /** The kind one folded word stands for. */
    static Optional<LayerKind> ofWord(String word) {
        for (Map.Entry<LayerKind, List<String>> entry : WORDS.entrySet()) {
            if (entry.getValue().contains(word)) {
                return Optional.of(entry.getKey());
            }
        }
        LayerKind best = null;
        int longest = 0;
        for (Map.Entry<LayerKind, List<String>> entry : WORDS.entrySet()) {
            for (String pattern : entry.getValue()) {
                String stem = pattern.substring(0, pattern.length() - 1);
                if (pattern.endsWith("*") && stem.length() > longest && (word.startsWith(stem) || word.endsWith(stem))) {
                    best = entry.getKey();
                    longest = stem.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The kind a name stands for: that of its first telling word. */
    public static Optional<LayerKind> ofName(String name) {
        String joined = String.join("", Words.of(name));
        Optional<LayerKind> whole = joined.isEmpty() ? Optional.empty() : exact(joined);
        return whole.or(() -> Words.of(name).stream().map(KindWords::ofWord).flatMap(Optional::stream).findFirst());
    }

    private static Optional<LayerKind> exact(String word) {
        return WORDS.entrySet().stream().filter(e -> e.getValue().contains(word)).map(Map.Entry::getKey).findFirst();
    }
}
