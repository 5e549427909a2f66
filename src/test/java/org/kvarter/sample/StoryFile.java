package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;

/** Writes the sample's story: what a facilitator tells of Lindhamn in eight steps, in English and Swedish. */
final class StoryFile {
    private static final String WINTER_DAY = "\"from\" : \"2025-01-15T23:00:00Z\", \"to\" : \"2025-01-16T23:00:00Z\", \"seconds\" : 24, ";

    private static final String WIDE = camera(20, -40, 360, 561, 511, 0);

    private StoryFile() {
    }

    static String write() {
        List<String> steps = new ArrayList<>();
        steps.add(seen("district", WIDE, "", "", "",
                "This is Lindhamn", "A harbour district of some 400 houses: stone blocks, warehouses, workshops and towers between the hill and the water.",
                "Welcome. Let people find their own house first: turn the district slowly, and come back with R. Everything we show tonight stands on "
                        + "this picture. Say clearly that Lindhamn is invented and its figures are modelled.",
                "Det här är Lindhamn", "En hamnstadsdel med omkring 400 hus: stenstadskvarter, magasin, verkstäder och punkthus mellan berget och vattnet.",
                "Välkomna. Låt alla hitta sitt eget hus först: vrid stadsdelen långsamt och gå tillbaka med R. Allt vi visar i kväll står på den här "
                        + "bilden. Säg tydligt att Lindhamn är påhittat och att siffrorna är modellerade."));
        steps.add(seen("winter-day", WIDE, "electricity", "", time("2025-01-16T07:00:00Z", WINTER_DAY, "studio"),
                "One winter day, hour by hour", "Thursday 16 January. The night is calm; from six the district wakes. Over the day it uses 78\u00a0MWh of electricity.",
                "The day plays in 24 seconds; space stops it, and starts it again. Point at the offices in the morning, and at the homes from four in "
                        + "the afternoon. Ask: where were you at six?",
                "Ett vinterdygn, timme för timme", "Torsdag 16 januari. Natten är lugn; från sex vaknar stadsdelen. Under dygnet går det åt 78\u00a0MWh el.",
                "Dygnet spelas på 24 sekunder; mellanslag stannar och startar om. Peka på kontoren på morgonen och på bostäderna från fyra på "
                        + "eftermiddagen. Fråga: var var ni klockan sex?"));
        steps.add(seen("peak", camera(405, 340, 40, 440, 505, 8), "electricity", "", still("2025-01-16T17:00:00Z"),
                "The peak sits at six in the evening", "Between 18 and 19 the district draws 5.2\u00a0MW, more than three times what it does at night. The cables are built for this hour.",
                "The night's lowest hour is 1.5\u00a0MW. Homes cook while shops and offices are still open, and the heat pumps run. Moving a little of this hour is "
                        + "worth more than saving the same at night.",
                "Toppen ligger klockan sex på kvällen", "Mellan 18 och 19 drar stadsdelen 5,2\u00a0MW, mer än tre gånger så mycket som på natten. Kablarna är byggda för den timmen.",
                "Nattens lägsta timme är 1,5\u00a0MW. Hemmen lagar mat medan butiker och kontor fortfarande är öppna, och värmepumparna går. Att flytta lite av "
                        + "den här timmen är värt mer än att spara lika mycket på natten."));
        steps.add(with("\"solar\"", "\"peak\", \"grid\", \"solar\", \"co2\"",
                seen("sun", camera(170, 90, 300, 600, 520, 0), "", "", time("2025-06-21T10:00:00Z",
                        "\"from\" : \"2025-06-21T02:00:00Z\", \"to\" : \"2025-06-21T20:00:00Z\", \"seconds\" : 24, ", "clock"),
                "What solar roofs and batteries would do", "Panels on the roofs that suit, a battery for every dwelling. The sun gives most when we need least; the battery takes the tops off.",
                "The sun and its shadows follow the clock here. A July day needs half of a January day's electricity. Open the scenario afterwards and let "
                        + "someone move the share of roofs: the figures answer at once.",
                "Vad soltak och batterier skulle göra", "Solceller på de tak som passar, ett batteri per bostad. Solen ger mest när vi behöver minst; batteriet kapar topparna.",
                "Solen och skuggorna följer klockan här. Ett julidygn behöver hälften så mycket el som ett januaridygn. Öppna scenariot efteråt och låt "
                        + "någon ändra andelen tak: siffrorna svarar direkt.")));
        steps.add(seen("moving", camera(300, 120, 210, 560, 470, 0), "", "\"lindhamn-counts-motor\", \"lindhamn-counts-bicycle\"",
                time("2025-01-16T07:00:00Z", "\"from\" : \"2025-01-16T04:30:00Z\", \"to\" : \"2025-01-16T20:30:00Z\", \"seconds\" : 32, ", "studio"),
                "How people move", "Thursday 16 January. Cars fill Storgatan and the quay at eight and at four; cyclists choose the quay. The tram ties it all together.",
                "The day plays in 32 seconds. A ribbon is as wide as the traffic of its hour, blue for cars, orange for bicycles; the chevrons point the way it goes. "
                        + "Ask how people came here tonight and count hands: tram, bus, bicycle, on foot, car.",
                "Hur vi rör oss", "Torsdag 16 januari. Bilarna fyller Storgatan och kajen klockan åtta och fyra; cyklisterna väljer kajen. Spårvagnen binder ihop allt.",
                "Dygnet spelas på 32 sekunder. Ett band är så brett som timmens trafik, blått för bilar, orange för cyklar; pilarna pekar dit trafiken går. "
                        + "Fråga hur folk tog sig hit i kväll och räkna händer: spårvagn, buss, cykel, till fots, bil."));
        steps.add(with("\"quay\"", "\"quayCars\", \"carsBehind\"", seen("quay", "\"Along the quay\"", "", "\"lindhamn-counts-motor\"", still("2025-01-16T15:00:00Z"),
                "What a car-light quay would change", "Fewer cars along the water; trees stand where they were parked. Some of the traffic drives the streets behind instead.",
                "We stand on the quay at eye level; walk a little with W and S. Say the price too: the streets behind get more cars. Let people say what "
                        + "they would miss before you say what they would gain.",
                "Vad en bilsnål kaj skulle förändra", "Färre bilar längs vattnet; träd står där de parkerade. En del av trafiken kör gatorna bakom i stället.",
                "Vi står på kajen i ögonhöjd; gå lite med W och S. Säg priset också: gatorna bakom får fler bilar. Låt folk säga vad de skulle sakna "
                        + "innan du säger vad de skulle vinna.")));
        steps.add(with("\"solar\", \"quay\"", "\"peak\", \"co2\", \"quayCars\", \"carsBehind\"",
                seen("both", camera(330, 60, 190, 560, 470, 0), "electricity", "\"lindhamn-counts-motor\"", still("2025-01-16T17:00:00Z"),
                "Both, side by side", "Left the solar roofs, right the car-light quay, at the winter peak. One changes the houses, the other the street.",
                "The figures compare the quay with the roofs. They do not compete for the same money, but for the same years. Drag the line to see more of "
                        + "one of them.",
                "Båda, sida vid sida", "Till vänster soltaken, till höger den bilsnåla kajen, vid vintertoppen. Det ena ändrar husen, det andra gatan.",
                "Siffrorna jämför kajen med taken. De tävlar inte om samma pengar, men om samma år. Dra i linjen för att se mer av det ena.")));
        steps.add(seen("decide", WIDE, "", "", "",
                "What is to be decided", "Which roofs first? Does the quay close to through traffic for a trial summer? And who follows up the peak?",
                "Three questions, one at a time. Note every answer with a name. End with what happens next and when people hear from us.",
                "Vad som ska beslutas", "Vilka tak först? Stängs kajen för genomfart en sommar på prov? Och vem följer upp effekttoppen?",
                "Tre frågor, en i taget. Anteckna varje svar med namn. Sluta med vad som händer härnäst och när folk får höra av oss."));
        return "{ \"steps\" : [\n" + String.join(",\n", steps) + "\n  ],\n    \"words\" : {\n" + words() + " } }";
    }

    /** What a Swedish audience reads in place of the project's English names. */
    private static String words() {
        String[][] words = {{"Solar roofs and batteries", "Soltak och batterier"}, {"Car-light quay", "Bilsnål kaj"}, {"Peak power", "Effekttopp"},
            {"From the grid", "El från nätet"}, {"Solar power", "Solel"}, {"CO₂", "Elens koldioxid"},
            {"Quay cars", "Bilar på kajen"}, {"Cars behind", "Bilar bakom den"}, {"a day", "per dygn"}, {"Trams and buses", "Spårvagnar och bussar"}, {"at once", "samtidigt"},
            {"Cars counted on the quay", "Bilar räknade på kajen"}, {"Counters on the quay, one each way", "Räknare på kajen, en åt varje håll"},
            {"Cars counted behind the quay", "Bilar räknade bakom kajen"}, {"Counters behind the quay, one each way", "Räknare bakom kajen, en åt varje håll"},
            {"Peak per home", "Topp per bostad"},
            {"Self-use", "Egenanvändning"}, {"Dwellings", "Bostäder"}, {"Electricity to the grid", "El till nätet"}, {"Solar production", "Solelproduktion"},
            {"Panels on the roofs that suit, and a battery for every dwelling that takes the tops off each day.",
                "Solceller på de tak som passar, och ett batteri per bostad som kapar varje dygns toppar."},
            {"Fewer cars along the water; trees stand where they were parked, and the streets behind take some of the traffic.",
                "Färre bilar längs vattnet; träd står där de var parkerade, och gatorna bakom tar en del av trafiken."},
            {"Share of suitable roofs", "Andel av lämpliga tak"}, {"what housing associations might agree on", "vad bostadsrättsföreningarna kan enas om"},
            {"Battery per dwelling", "Batteri per bostad"},
            {"reckoned for 5 kWh and half of the roofs, an estimate elsewhere", "beräknat för 5 kWh och halva taken, annars en uppskattning"},
            {"CO₂ of grid electricity", "Koldioxid från nätets el"}, {"Nordic mix over a year", "nordisk mix över ett år"},
            {"Fewer cars on the quay", "Färre bilar på kajen"}, {"with through traffic closed", "utan genomfartstrafik"},
            {"Of them, driving the streets behind", "Varav på gatorna bakom"}, {"the rest travels otherwise", "resten reser på annat sätt"},
            {"Parking given up on the quay", "Parkering som tas bort på kajen"}, {"deliveries and disabled permits stay", "leveranser och p-tillstånd för rörelsehindrade blir kvar"},
            {"load shapes by use, year and energy class of each building; fictional", "lastprofiler efter varje byggnads användning, ålder och energiklass; påhittade"},
            {"by weather, use and energy class of each building; fictional", "efter väder och varje byggnads användning och energiklass; påhittat"},
            {"panels on half of each roof face that does not look north, 20 % efficient, 18 % losses",
                "solceller på halva varje takyta som inte vetter mot norr, 20 % verkningsgrad, 18 % förluster"},
            {"each building's battery evens out each day, losing a tenth", "varje byggnads batteri jämnar ut dygnet och förlorar en tiondel"},
            {"fictional", "påhittat"}, {"fictional register", "påhittat register"}, {"Electricity per floor area", "El per golvyta"},
            {"Heat demand per floor area", "Värmebehov per golvyta"}, {"Energy class", "Energiklass"}, {"Electricity 2025", "El 2025"}, {"Heat 2025", "Värme 2025"},
            {"Solar potential of the roofs", "Takens solpotential"}, {"Effect of batteries", "Batteriernas verkan"},
            {"Shared bicycles available 2025", "Lediga lånecyklar 2025"}, {"Cars and parking", "Bilar och parkering"},
            {"Proposed trees on the quay", "Föreslagna träd på kajen"}, {"Buildings", "Byggnader"},
            {"Lindhamn from the south-west", "Lindhamn från sydväst"},
            {"Along the quay", "Längs kajen"},
            {"Courtyard", "Gården"},
            {"From the hill", "Från berget"},
            {"The timber house", "Trähuset"}, {"From above", "Från ovan"}};
        List<String> lines = new ArrayList<>();
        for (String[] word : words) {
            lines.add("      \"" + word[0] + "\" : { \"sv\" : \"" + word[1] + "\" }");
        }
        return String.join(",\n", lines);
    }

    /** A step in scenarios, with key figures. */
    private static String with(String scenarios, String figures, String step) {
        return step.substring(0, step.length() - 2) + ",\n      \"scenarios\" : [ " + scenarios + " ], \"figures\" : [ " + figures + " ] }";
    }

    private static String still(String at) {
        return time(at, "", "studio");
    }

    private static String time(String at, String span, String sun) {
        return "{ \"at\" : \"" + at + "\", " + span + "\"step\" : \"HOUR\", \"sun\" : \"" + sun + "\" }";
    }

    private static String camera(double x, double y, double z, double tx, double ty, double tz) {
        return ProjectFile.view("", x, y, z, tx, ty, tz).trim().replace("\"name\" : \"\", ", "");
    }

    private static String step(String id, String view, String overlay, String time, String... words) {
        return seen(id, "\"" + view + "\"", overlay, "", time, words);
    }

    /** @param view a viewpoint's quoted name or a camera @param shownLayer quoted ids of layers to show, may be empty @param w title, text, notes in both languages */
    private static String seen(String id, String view, String overlay, String shownLayer, String time, String... w) {
        String layers = shownLayer.isEmpty() ? "" : "      \"layers\" : [ { \"id\" : " + shownLayer.replace(", ", ", \"visible\" : true, \"opacity\" : 1.0 },\n        { \"id\" : ")
                + ", \"visible\" : true, \"opacity\" : 1.0 } ],\n";
        return "    { \"id\" : \"" + id + "\",\n" + words("title", w[0], w[3]) + words("text", w[1], w[4]) + words("notes", w[2], w[5])
                + "      \"" + (view.startsWith("{") ? "camera" : "viewpoint") + "\" : " + view + ",\n" + layers
                + "      \"overlay\" : \"" + overlay + "\"" + legend(overlay) + (time.isEmpty() ? "" : ", \"time\" : " + time) + " }";
    }

    private static String legend(String overlay) {
        return switch (overlay) {
            case "electricity" -> ",\n      \"legend\" : { \"en\" : \"Electricity per floor area\", \"sv\" : \"El per golvyta\" }";
            case "energy-class" -> ",\n      \"legend\" : { \"en\" : \"Energy class\", \"sv\" : \"Energiklass\" }";
            default -> "";
        };
    }

    private static String words(String name, String english, String swedish) {
        return "      \"" + name + "\" : { \"en\" : \"" + english + "\",\n        \"sv\" : \"" + swedish + "\" },\n";
    }
}
