package org.kvarter.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.assist.SourceChange.Kind;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.Units;
import org.kvarter.text.Texts;

/** Tells what of a source changed since its recipe was made. Stateless. */
public final class SourceChanges {

    private static final Texts TEXTS = Texts.in(SourceChanges.class);
    private static final int NAMED = 5;

    private SourceChanges() {
    }

    /**
     * What is different between the shape that a recipe knows and that of the source now; empty where nothing is or nothing was known.
     *
     * @param now by {@link SourceShape#of(org.kvarter.tables.TableSource)} for columns alone, with a survey for rows, times and places as well
     */
    public static List<SourceChange> between(ImportRecipe recipe, SourceShape now) {
        return between(recipe, recipe, now);
    }

    /** As above, of a recipe that was fitted to the source by {@link Repeat}. */
    public static List<SourceChange> between(ImportRecipe recipe, ImportRecipe fitted, SourceShape now) {
        SourceShape then = recipe.shape();
        List<SourceChange> changes = new ArrayList<>();
        if (then.columns().isEmpty()) {
            return changes;
        }
        columns(recipe, fitted, then, now, changes);
        if (then.rows() >= 0 && now.rows() >= 0 && then.rows() != now.rows()) {
            changes.add(new SourceChange(Kind.ROWS, false, TEXTS.get("change.rows", then.rows(), now.rows())));
        }
        if (!then.first().isEmpty() && !now.first().isEmpty() && !(then.first().equals(now.first()) && then.last().equals(now.last()))) {
            changes.add(new SourceChange(Kind.TIME, false, TEXTS.get("change.time", day(then.first()), day(then.last()), day(now.first()), day(now.last()))));
        }
        places(then, now, changes);
        return changes;
    }

    private static void columns(ImportRecipe recipe, ImportRecipe fitted, SourceShape then, SourceShape now, List<SourceChange> changes) {
        Map<String, SourceShape.Column> before = byName(then);
        Map<String, SourceShape.Column> after = byName(now);
        Set<String> fresh = new LinkedHashSet<>(after.keySet());
        fresh.removeAll(before.keySet());
        Set<String> inUse = new HashSet<>();
        recipe.columns().stream().filter(c -> c.role() != ColumnRole.IGNORE).forEach(c -> inUse.add(c.column()));
        Set<String> inUseNow = new HashSet<>();
        fitted.columns().stream().filter(c -> c.role() != ColumnRole.IGNORE).forEach(c -> inUseNow.add(c.column()));
        List<String> less = inUse.stream().filter(c -> !inUseNow.contains(c)).sorted().toList();
        List<String> more = fresh.stream().filter(inUseNow::contains).toList();
        fresh.removeAll(more);
        tell(changes, Kind.COLUMN_GONE, "change.less", less);
        tell(changes, Kind.COLUMN_NEW, "change.more", more);
        for (SourceShape.Column column : then.columns()) {
            if (less.contains(column.name())) {
                continue;
            }
            boolean used = inUse.contains(column.name());
            SourceShape.Column same = after.get(column.name());
            if (same != null) {
                compare(column, same, used, changes);
                continue;
            }
            String renamed = renamed(column, fresh, after);
            if (renamed != null) {
                fresh.remove(renamed);
                changes.add(new SourceChange(Kind.COLUMN_RENAMED, used, TEXTS.get(used ? "change.renamedUsed" : "change.renamed", column.name(), renamed)));
            } else {
                changes.add(new SourceChange(Kind.COLUMN_GONE, used, TEXTS.get(used ? "change.goneUsed" : "change.gone", column.name())));
            }
        }
        tell(changes, Kind.COLUMN_NEW, "change.new", List.copyOf(fresh));
    }

    private static void tell(List<SourceChange> changes, Kind kind, String key, List<String> names) {
        if (!names.isEmpty()) {
            changes.add(new SourceChange(kind, false, TEXTS.get(key, names.size(), String.join(", ", names.stream().limit(NAMED).toList()) + (names.size() > NAMED ? " …" : ""))));
        }
    }

    private static void compare(SourceShape.Column then, SourceShape.Column now, boolean used, List<SourceChange> changes) {
        if (!Units.usual(then.unit()).equals(Units.usual(now.unit()))) {
            changes.add(new SourceChange(Kind.UNIT, used, TEXTS.get("change.unit", then.name(), then.unit().isEmpty() ? "–" : then.unit(), now.unit().isEmpty() ? "–" : now.unit())));
        }
        boolean numbers = then.type().isNumeric() && now.type().isNumeric();
        boolean unknown = then.type() == CellType.EMPTY || now.type() == CellType.EMPTY;
        if (then.type() != now.type() && !numbers && !unknown) {
            changes.add(new SourceChange(Kind.TYPE, used, TEXTS.get("change.type", then.name(), TEXTS.get("type." + then.type()), TEXTS.get("type." + now.type()))));
        }
    }

    /** The new column that most likely is the one that is gone: alike in type, and in name or at least in unit and alone. */
    private static String renamed(SourceShape.Column gone, Set<String> fresh, Map<String, SourceShape.Column> after) {
        String best = null;
        double score = 0.5;
        String name = PlainText.folded(gone.name());
        for (String candidate : fresh) {
            SourceShape.Column column = after.get(candidate);
            if (column.type() != gone.type() && !(column.type().isNumeric() && gone.type().isNumeric())) {
                continue;
            }
            String other = PlainText.folded(candidate);
            int longest = Math.max(1, Math.max(name.length(), other.length()));
            double alike = 1 - (double) EditDistance.of(name, other, longest) / longest;
            alike += !gone.unit().isEmpty() && gone.unit().equals(column.unit()) ? 0.3 : 0;
            if (alike > score) {
                best = candidate;
                score = alike;
            }
        }
        return best;
    }

    private static Map<String, SourceShape.Column> byName(SourceShape shape) {
        Map<String, SourceShape.Column> byName = new java.util.LinkedHashMap<>();
        shape.columns().forEach(c -> byName.put(c.name(), c));
        return byName;
    }

    private static void places(SourceShape then, SourceShape now, List<SourceChange> changes) {
        if (then.count() == 0 || now.count() == 0) {
            return;
        }
        if (then.places().isEmpty() || now.places().isEmpty()) {
            if (then.count() != now.count()) {
                changes.add(new SourceChange(Kind.PLACES, false, TEXTS.get("change.placeCount", then.count(), now.count())));
            }
            return;
        }
        Set<String> gone = new LinkedHashSet<>(then.places());
        now.places().forEach(gone::remove);
        Set<String> fresh = new LinkedHashSet<>(now.places());
        then.places().forEach(fresh::remove);
        if (!gone.isEmpty()) {
            changes.add(new SourceChange(Kind.PLACES, gone.size() == then.count(), TEXTS.get("change.placesGone", gone.size(), String.join(", ", gone.stream().limit(NAMED).toList()) + (gone.size() > NAMED ? " …" : ""))));
        }
        if (!fresh.isEmpty()) {
            changes.add(new SourceChange(Kind.PLACES, false, TEXTS.get("change.placesNew", fresh.size(), String.join(", ", fresh.stream().limit(NAMED).toList()) + (fresh.size() > NAMED ? " …" : ""))));
        }
    }

    private static String day(String instant) {
        return instant.length() >= 10 ? instant.substring(0, 10) : instant;
    }

}
