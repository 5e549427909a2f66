package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kvarter.assist.Check;
import org.kvarter.assist.ColumnGuess;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.QuantityNames;
import org.kvarter.assist.Recognition;
import org.kvarter.assist.SourceChange;
import org.kvarter.assist.StoreImport;
import org.kvarter.assist.Survey;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableBook;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** What a command says about a table, as sentences or as one JSON object. */
final class TableReport {

    private static final Texts TEXTS = Texts.in(TableReport.class);
    private static final int NAMED = 5;

    private final Common common;

    TableReport(Common common) {
        this.common = common;
    }

    /** What was recognised, and where the recipe is. */
    void proposed(TableBook book, TableSource table, Recognition recognised, Survey survey, JoinResult join, Path recipe) {
        if (common.json()) {
            ObjectNode root = Json.object().put("format", book.format()).put("table", table.name()).put("rows", survey.rows()).put("places", survey.places().size())
                    .put("matched", join.matched()).put("recipe", recipe.toString());
            ArrayNode columns = root.putArray("columns");
            recognised.columns().forEach(g -> columns.addObject().put("name", g.column().name()).put("role", lower(g.use().role())).put("quantity", g.use().quantity())
                    .put("unit", g.use().unit()).put("place", g.use().place()).put("cumulative", g.use().cumulative()).put("reason", g.reason()));
            Json.addDiagnostics(root, survey.diagnostics());
            Json.print(root, common.out());
            return;
        }
        PrintWriter out = common.out();
        out.println(TEXTS.get("assist.table", table.name(), book.format(), Figures.of(survey.rows())));
        table.notes().stream().map(TableNote::sentence).forEach(s -> out.println("  " + s));
        recognised.reasons().forEach(s -> out.println("  " + s));
        for (ColumnGuess guess : recognised.columns()) {
            if (guess.use().role() != ColumnRole.IGNORE) {
                String what = String.join(" ", List.of(QuantityNames.shown(guess.use().quantity()), guess.use().unit(), guess.use().place()).stream().filter(s -> !s.isEmpty()).toList());
                out.println("  " + guess.column().name() + " → " + lower(guess.use().role()) + (what.isEmpty() ? "" : " (" + what + ")") + ": " + guess.reason());
            }
        }
        join(join);
        survey.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).forEach(d -> common.err().println(d.message()));
        out.println(TEXTS.get("assist.written", recipe));
    }

    private void join(JoinResult join) {
        common.out().println(TEXTS.get("assist.join", join.matched(), join.places()));
        join.notes().forEach(s -> common.out().println("  " + s));
        List<String> lost = join.unmatchedPlaces();
        if (!lost.isEmpty() && join.matched() > 0) {
            common.out().println("  " + TEXTS.get("assist.lost", lost.size(), String.join(", ", lost.stream().limit(NAMED).toList())));
        }
    }

    /** That the source no longer fits; nothing was changed. */
    int misfit(ImportRecipe recipe, List<SourceChange> changes) {
        if (common.json()) {
            ObjectNode root = Json.object().put("fits", false).put("source", recipe.path());
            changes(root, changes);
            Json.print(root, common.out());
        } else {
            common.err().println(TEXTS.get("assist.misfit", Path.of(recipe.path()).getFileName()));
            changes.forEach(c -> common.err().println((c.blocking() ? "! " : "  ") + c.sentence()));
        }
        return 1;
    }

    private static void changes(ObjectNode root, List<SourceChange> changes) {
        ArrayNode array = root.putArray("changes");
        changes.forEach(c -> array.addObject().put("kind", lower(c.kind())).put("blocking", c.blocking()).put("message", c.sentence()));
    }

    /** What was imported. */
    void done(ImportOutcome outcome, List<SourceChange> changes, Path project) {
        if (common.json()) {
            Json.print(json(outcome, changes, project), common.out());
            return;
        }
        PrintWriter out = common.out();
        changes.forEach(c -> out.println("  " + c.sentence()));
        join(outcome.join());
        for (SeriesTable series : outcome.series()) {
            out.println(TEXTS.get("assist.series", series.title(), series.places(), series.axis().count(), series.axis().start().toString(), series.axis().end().toString(), series.unit()));
        }
        if (!outcome.attributes().isEmpty()) {
            out.println(TEXTS.get("assist.attributes", String.join(", ", outcome.attributes().stream().map(AttributeColumn::name).toList())));
        }
        checks(outcome);
        outcome.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).forEach(d -> common.err().println(d.message()));
        out.println(TEXTS.get("assist.done", project));
    }

    private void checks(ImportOutcome outcome) {
        outcome.checks().stream().filter(c -> c.light() != Check.Light.GREEN)
                .forEach(c -> common.out().println("  " + TEXTS.get("assist.light." + c.light()) + ": " + c.sentence()));
    }

    /** What was put into a store. */
    void stored(StoreImport.Stored stored, List<SourceChange> changes, JoinResult join, Path project) {
        List<LoadReport> reports = stored.reports();
        if (common.json()) {
            ObjectNode root = Json.object().put("fits", true).put("project", project.toString()).put("places", join.places()).put("matched", join.matched());
            ArrayNode series = root.putArray("series");
            reports.forEach(r -> series.addObject().put("id", r.series().id()).put("quantity", r.series().quantity()).put("unit", r.series().unit()).put("rows", r.rows())
                    .put("count", r.series().axis().count()).put("places", r.series().places()));
            checks(root, stored.outcome());
            changes(root, changes);
            Json.addDiagnostics(root, Stream.concat(stored.outcome().diagnostics().stream(), reports.stream().flatMap(r -> r.diagnostics().stream())).toList());
            Json.print(root, common.out());
            return;
        }
        changes.forEach(c -> common.out().println("  " + c.sentence()));
        join(join);
        for (LoadReport report : reports) {
            StoredSeries s = report.series();
            common.out().println(TEXTS.get("assist.series", s.title(), s.places(), s.axis().count(), s.axis().start().toString(), s.axis().end().toString(), s.unit()));
            report.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).forEach(d -> common.err().println(d.message()));
        }
        checks(stored.outcome());
        stored.outcome().diagnostics().stream().filter(d -> d.severity() != Severity.INFO).forEach(d -> common.err().println(d.message()));
        common.out().println(TEXTS.get("assist.done", project));
    }

    private static ObjectNode json(ImportOutcome outcome, List<SourceChange> changes, Path project) {
        ObjectNode root = Json.object().put("fits", true).put("project", project.toString()).put("rows", outcome.survey().rows())
                .put("places", outcome.join().places()).put("matched", outcome.join().matched());
        ArrayNode lost = root.putArray("unmatched");
        outcome.join().unmatchedPlaces().forEach(lost::add);
        ArrayNode series = root.putArray("series");
        for (SeriesTable table : outcome.series()) {
            series.addObject().put("id", table.id()).put("quantity", table.quantity()).put("unit", table.unit()).put("start", table.axis().start().toString())
                    .put("step", table.axis().step().toString()).put("count", table.axis().count()).put("places", table.places()).put("sum", sum(table));
        }
        ArrayNode attributes = root.putArray("attributes");
        outcome.attributes().forEach(a -> attributes.add(a.name()));
        checks(root, outcome);
        changes(root, changes);
        Json.addDiagnostics(root, outcome.diagnostics());
        return root;
    }

    private static void checks(ObjectNode root, ImportOutcome outcome) {
        ArrayNode checks = root.putArray("checks");
        outcome.checks().forEach(c -> checks.addObject().put("kind", lower(c.kind())).put("light", lower(c.light())).put("quantity", c.quantity()).put("message", c.sentence()));
    }

    private static double sum(SeriesTable table) {
        double sum = 0;
        for (float v : table.values()) {
            sum += Float.isNaN(v) ? 0 : v;
        }
        return sum;
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
