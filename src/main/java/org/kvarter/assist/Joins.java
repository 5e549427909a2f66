package org.kvarter.assist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/** Finds which place of a table is which feature of the twin. Stateless; fast enough for every change of a rule, except for reading a lookup table. */
public final class Joins {

    /** Names of attributes that hold addresses and ids, in five languages. */
    private static final String ADDRESS_NAMES = ".*(adr|address|osoite|street|gata|katu|strasse|straat).*";
    private static final int MOST_LOOKUPS = 2_000_000;
    /** Places that are tried first where there are many. */
    private static final int SAMPLE = 256;
    private static final Texts TEXTS = Texts.in(Joins.class);

    private Joins() {
    }

    /**
     * Matches the places of a survey by a rule.
     *
     * @throws AssistException where the rule names a layer, reference system or lookup table that is not there
     */
    public static JoinResult match(JoinRule rule, Survey survey, Twin twin) throws AssistException {
        return match(rule, survey.places(), survey.coordinates(), twin);
    }

    /** As above, for places and their coordinates (east, north). */
    public static JoinResult match(JoinRule rule, List<String> places, Map<String, double[]> coordinates, Twin twin) throws AssistException {
        return match(rule, places, coordinates, twin, true);
    }

    private static JoinResult match(JoinRule rule, List<String> places, Map<String, double[]> coordinates, Twin twin, boolean proposing) throws AssistException {
        if (rule.kind() == JoinRule.Kind.DISTRICT && rule.accepted().isEmpty()) {
            return new JoinResult(rule, Map.of(), places.size(), places, List.of(), List.of(), List.of(), 0, List.of(TEXTS.get("join.district")));
        }
        TwinLayer layer = twin.layer(rule.layerId()).orElseThrow(() -> new AssistException(TEXTS.get("join.noLayer", rule.layerId())));
        if (!rule.attribute().isEmpty() && rule.kind() != JoinRule.Kind.COORDINATES && layer.features().attributes().column(rule.attribute()).isEmpty()) {
            throw new AssistException(TEXTS.get("join.noAttribute", layer.title(), rule.attribute()));
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        List<String> ambiguous = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        accepted(rule, places, layer, found, notes);
        Map<String, String> lookup = rule.lookupFile().isEmpty() ? Map.of() : lookup(rule);
        if (rule.kind() == JoinRule.Kind.COORDINATES) {
            byCoordinates(rule, places, coordinates, layer, twin, found, notes);
        } else {
            byKey(rule, places, lookup, layer, found, ambiguous, notes);
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        places.stream().filter(found::containsKey).forEach(p -> ordered.put(p, found.get(p)));
        List<String> lost = places.stream().filter(p -> !found.containsKey(p)).toList();
        Map<Integer, Integer> uses = new HashMap<>();
        found.values().forEach(row -> uses.merge(row, 1, Integer::sum));
        List<Integer> free = new ArrayList<>();
        for (int row : layer.wholes()) {
            if (!uses.containsKey(row)) {
                free.add(row);
            }
        }
        List<JoinResult.Proposal> proposals = rule.kind() == JoinRule.Kind.COORDINATES || !proposing ? List.of()
                : Proposals.of(rule.kind(), lost, lookup, layer, LayerKeys.of(layer, rule.kind(), rule.attribute()), uses.keySet());
        int shared = (int) uses.values().stream().filter(n -> n > 1).count();
        return new JoinResult(rule, ordered, places.size(), lost, free.stream().map(row -> layer.features().ids()[row]).toList(), proposals, ambiguous,
                shared, notes);
    }

    /**
     * All sensible rules tried; the one with the most matches, the plainer before the cleverer among equals; by district where none matches. Of many places
     * some are tried first, and the others with the rules that did well with those.
     */
    public static JoinResult best(List<String> places, Map<String, double[]> coordinates, String crs, Twin twin) throws AssistException {
        JoinResult best = match(JoinRule.district(), places, coordinates, twin);
        int most = 0;
        // among equals the buildings are meant, not the plots that bear their ids as well
        List<TwinLayer> layers = twin.layers().stream().sorted(Comparator.comparingInt(l -> l.isOfBuildings() ? 0 : 1)).toList();
        List<JoinRule> promising = new ArrayList<>();
        for (TwinLayer layer : layers) {
            promising.addAll(rules(layer, coordinates, crs));
        }
        if (places.size() > 2 * SAMPLE) {
            promising = promising(promising, places, coordinates, twin);
        }
        String done = "";
        for (JoinRule rule : promising) {
            if (most == places.size() && !rule.layerId().equals(done)) {
                break;
            }
            JoinResult tried = match(rule, places, coordinates, twin, false);
            // one match among many places is chance
            boolean chance = tried.matched() < 2 && places.size() > 4;
            if (tried.matched() > most && !chance) {
                best = tried;
                most = tried.matched();
            }
            done = rule.layerId();
        }
        return most == 0 ? best : match(best.rule(), places, coordinates, twin);
    }

    /** Rules that match at least nearly as many of some places as the best one does, in their order; all where none matches any. */
    private static List<JoinRule> promising(List<JoinRule> rules, List<String> places, Map<String, double[]> coordinates, Twin twin) throws AssistException {
        List<String> some = new ArrayList<>(SAMPLE);
        for (int i = 0; i < SAMPLE; i++) {
            some.add(places.get((int) ((long) i * places.size() / SAMPLE)));
        }
        int[] matched = new int[rules.size()];
        int most = 0;
        for (int r = 0; r < matched.length; r++) {
            JoinRule rule = rules.get(r);
            TwinLayer layer = twin.layer(rule.layerId()).orElseThrow();
            Map<String, Integer> found = new HashMap<>();
            if (rule.kind() == JoinRule.Kind.COORDINATES) {
                byCoordinates(rule, some, coordinates, layer, twin, found, new ArrayList<>());
            } else {
                byKey(rule, some, Map.of(), layer, found, new ArrayList<>(), new ArrayList<>());
            }
            matched[r] = found.size();
            most = Math.max(most, matched[r]);
        }
        double enough = most - 3 * Math.sqrt(most); // three standard deviations of a count
        return most == 0 ? rules : IntStream.range(0, matched.length).filter(r -> matched[r] > 0 && matched[r] >= enough).mapToObj(rules::get).toList();
    }

    private static List<JoinRule> rules(TwinLayer layer, Map<String, double[]> coordinates, String crs) {
        List<JoinRule> rules = new ArrayList<>();
        // heights and areas are no ids
        List<String> attributes = layer.features().attributes().columns().stream()
                .filter(c -> !(c instanceof NumberColumn n && n.type() != NumberColumn.Type.INTEGER)).map(AttributeColumn::name).toList();
        rules.add(JoinRule.key(layer.id(), ""));
        attributes.forEach(a -> rules.add(JoinRule.key(layer.id(), a)));
        rules.add(JoinRule.buildingId(layer.id(), ""));
        attributes.forEach(a -> rules.add(PlainText.folded(a).matches(ADDRESS_NAMES) ? JoinRule.address(layer.id(), a) : JoinRule.buildingId(layer.id(), a)));
        if (!coordinates.isEmpty()) {
            rules.add(JoinRule.coordinates(layer.id(), crs, 25));
        }
        return rules;
    }

    private static void accepted(JoinRule rule, List<String> places, TwinLayer layer, Map<String, Integer> found, List<String> notes) {
        if (rule.accepted().isEmpty()) {
            return;
        }
        Map<String, Integer> rows = layer.once("ids", () -> {
            Map<String, Integer> byId = new HashMap<>();
            String[] ids = layer.features().ids();
            for (int row = 0; row < ids.length; row++) {
                byId.put(ids[row], row);
            }
            return byId;
        });
        int lost = 0;
        for (String place : places) {
            String id = rule.accepted().get(place);
            Integer row = id == null ? null : rows.get(id);
            lost += id != null && row == null ? 1 : 0;
            if (row != null) {
                found.put(place, row);
            }
        }
        if (lost > 0) {
            notes.add(TEXTS.get("join.acceptedLost", lost));
        }
    }

    private static void byKey(JoinRule rule, List<String> places, Map<String, String> lookup, TwinLayer layer, Map<String, Integer> found,
                              List<String> ambiguous, List<String> notes) {
        LayerKeys keys = LayerKeys.of(layer, rule.kind(), rule.attribute());
        int loose = 0;
        int unlooked = 0;
        for (String place : places) {
            if (found.containsKey(place)) {
                continue;
            }
            String text = rule.lookupFile().isEmpty() ? place : lookup.get(LayerKeys.exact(JoinRule.Kind.KEY, place));
            if (text == null) {
                unlooked++;
                continue;
            }
            List<Integer> rows = keys.exact().getOrDefault(LayerKeys.exact(rule.kind(), text), List.of());
            if (rows.isEmpty()) {
                rows = looseRows(rule.kind(), text, keys);
                loose += rows.isEmpty() ? 0 : 1;
            }
            if (!rows.isEmpty()) {
                found.put(place, largest(rows, layer));
                if (rows.size() > 1) {
                    ambiguous.add(place);
                }
            }
        }
        if (loose > 0) {
            notes.add(TEXTS.get(rule.kind() == JoinRule.Kind.ADDRESS ? "join.withoutEntrance" : "join.withoutMunicipality", loose));
        }
        if (unlooked > 0) {
            notes.add(TEXTS.get("join.unlooked", unlooked, Path.of(rule.lookupFile()).getFileName()));
        }
        if (!ambiguous.isEmpty()) {
            notes.add(TEXTS.get("join.ambiguous", ambiguous.size(), ambiguous.get(0)));
        }
    }

    private static List<Integer> looseRows(JoinRule.Kind kind, String text, LayerKeys keys) {
        Set<Integer> rows = new java.util.LinkedHashSet<>();
        for (String key : LayerKeys.loose(kind, text)) {
            rows.addAll(keys.loose().getOrDefault(key, List.of()));
        }
        if (kind == JoinRule.Kind.BUILDING_ID) {
            String id = BuildingKey.of(text);
            rows.removeIf(row -> !BuildingKey.isSame(id, BuildingKey.of(keys.shown().get(row))));
            return rows.size() == 1 ? List.copyOf(rows) : List.of();
        }
        if (kind == JoinRule.Kind.ADDRESS && !AddressKey.of(text).letter().isEmpty()) {
            // 12 B is not 12 A: only a house without a letter, or a range, stands for all of its entrances
            rows.removeIf(row -> !AddressKey.of(keys.shown().get(row)).letter().isEmpty());
        }
        return List.copyOf(rows);
    }

    private static int largest(List<Integer> rows, TwinLayer layer) {
        return rows.stream().max(Comparator.comparingDouble(layer::size)).orElseThrow();
    }

    private static void byCoordinates(JoinRule rule, List<String> places, Map<String, double[]> coordinates, TwinLayer layer, Twin twin,
                                      Map<String, Integer> found, List<String> notes) throws AssistException {
        CoordinateTransform transform = twin.toLocal(rule.crs());
        int outside = 0;
        int none = 0;
        for (String place : places) {
            double[] at = coordinates.get(place);
            if (found.containsKey(place)) {
                continue;
            }
            if (at == null) {
                none++;
                continue;
            }
            double[] xyz = {at[0], at[1], 0};
            transform.toLocal(xyz, 0, 1);
            if (!Double.isFinite(xyz[0]) || !Double.isFinite(xyz[1])) {
                continue;
            }
            TwinLayer.Near near = layer.near(xyz[0], xyz[1], rule.limit());
            if (near.row() >= 0) {
                found.put(place, near.row());
                outside += near.distance() > 0 ? 1 : 0;
            }
        }
        if (outside > 0) {
            notes.add(TEXTS.get("join.nearest", outside, rule.limit()));
        }
        if (none > 0) {
            notes.add(TEXTS.get("join.noCoordinates", none));
        }
    }

    /** Keys of a lookup table by place, both as the file spells them; places folded. */
    private static Map<String, String> lookup(JoinRule rule) throws AssistException {
        try {
            TableSource table = TableFormats.open(Path.of(rule.lookupFile())).tables().get(0);
            int from = column(table, rule.lookupFrom());
            int to = column(table, rule.lookupTo());
            Map<String, String> keys = new HashMap<>();
            try (RowCursor cursor = table.open()) {
                for (TableRow row = cursor.next(); row != null && keys.size() < MOST_LOOKUPS; row = cursor.next()) {
                    if (!row.text(from).isEmpty() && !row.text(to).isEmpty()) {
                        keys.putIfAbsent(LayerKeys.exact(JoinRule.Kind.KEY, row.text(from)), row.text(to));
                    }
                }
            }
            return keys;
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        }
    }

    private static int column(TableSource table, String name) throws AssistException {
        return table.column(name).map(TableColumn::index).orElseThrow(() -> new AssistException(
                TEXTS.get("join.lookupColumn", table.file().getFileName(), name, String.join(", ", table.columns().stream().map(TableColumn::name).limit(20).toList()))));
    }

}
