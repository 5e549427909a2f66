package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.analysis.Prepared;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.KpiValue;
import org.kvarter.scenario.Provenance;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.session.loading.ProjectData;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter simulate PROJECT}: the key figures of its scenarios, beside those of the district as it is. */
@Command(name = "simulate", mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(SimulateCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--scenario", paramLabel = "NAME")
    private List<String> names = List.of();

    @Parameters(arity = "1", paramLabel = "PROJECT")
    private Path project;

    @Override
    public Integer call() throws CommandException {
        ProjectStore store = new ProjectStore(common.program().temporaryFolder());
        try (Tasks tasks = Tasks.start(Runnable::run); SeriesStores stores = common.stores(tasks)) {
            ProjectDocument document = store.open(project, Progress.NONE).document();
            ScenarioBook book = document.scenarios();
            List<Scenario> wanted = wanted(book);
            if (book.kpis().isEmpty()) {
                throw new CommandException(TEXTS.get("simulate.noKpis", project));
            }
            ProjectData data = ProjectData.read(document, ImportPipeline.over(ImportPipeline.discover(), tasks), stores, Progress.NONE);
            Prepared prepared = Prepared.of(document.dataBook(), data.base().district(), data.meshes(), data.base().series(), PreparedProject.targets(document.series()));
            ScenarioEngine engine = PreparedProject.engine(prepared, document.dataBook(), data);
            if (common.json()) {
                Json.print(report(engine, book, wanted, data), common.out());
            } else {
                print(engine, book, wanted, data);
            }
            return data.refusals().isEmpty() ? 0 : 1;
        } catch (ProjectException e) {
            throw new CommandException(e.getMessage());
        } finally {
            store.forgetUnpacked();
        }
    }

    private List<Scenario> wanted(ScenarioBook book) throws CommandException {
        List<Scenario> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(book.find(name).orElseThrow(() -> new CommandException(noScenario(name, book))));
        }
        return names.isEmpty() ? book.scenarios() : wanted;
    }

    static String noScenario(String name, ScenarioBook book) {
        String known = String.join(", ", book.scenarios().stream().map(Scenario::name).toList());
        return TEXTS.get("simulate.noScenario", name, known.isEmpty() ? "–" : known);
    }

    private void print(ScenarioEngine engine, ScenarioBook book, List<Scenario> wanted, ProjectData data) {
        PrintWriter out = common.out();
        List<KpiValue> today = engine.kpis(book, "");
        int width = today.stream().mapToInt(k -> k.kpi().title().length()).max().orElse(0) + 2;
        out.println(TEXTS.get("simulate.today"));
        for (KpiValue k : today) {
            out.println("  " + padded(k.kpi().title(), width) + figure(k));
        }
        for (Scenario scenario : wanted) {
            out.println();
            out.println(scenario.name());
            engine.view(book, scenario.id()).assumptions().forEach(a -> out.println("  " + a.name() + ": " + Figures.of(a.value(), a.unit())));
            List<KpiValue> values = engine.kpis(book, scenario.id());
            List<Comparison> compared = engine.compare(book, "", scenario.id());
            for (int i = 0; i < values.size(); i++) {
                Comparison c = compared.get(i);
                String change = Double.isNaN(c.share()) ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * c.share()).replace('-', '−');
                out.println("  " + padded(values.get(i).kpi().title(), width) + padded(figure(values.get(i)), 22) + change);
            }
            engine.view(book, scenario.id()).problems().forEach(p -> common.err().println(p));
        }
        data.refusals().forEach(common.err()::println);
    }

    private static String figure(KpiValue k) {
        return Figures.of(k.value(), k.kpi().unit()) + (k.problem().isEmpty() ? "" : "  " + k.problem());
    }

    private static String padded(String text, int width) {
        return String.format("%-" + width + "s", text);
    }

    private static ObjectNode report(ScenarioEngine engine, ScenarioBook book, List<Scenario> wanted, ProjectData data) {
        ObjectNode root = Json.object();
        ArrayNode scenarios = root.putArray("scenarios");
        add(scenarios.addObject().put("id", "").putNull("name"), engine, book, "");
        wanted.forEach(s -> add(scenarios.addObject().put("id", s.id()).put("name", s.name()), engine, book, s.id()));
        Json.addDiagnostics(root, data.diagnostics());
        ArrayNode refusals = root.putArray("refusals");
        data.refusals().forEach(refusals::add);
        return root;
    }

    private static void add(ObjectNode node, ScenarioEngine engine, ScenarioBook book, String id) {
        ObjectNode assumptions = node.putObject("assumptions");
        engine.view(book, id).assumptions().forEach(a -> assumptions.put(a.id(), a.value()));
        ArrayNode kpis = node.putArray("kpis");
        for (KpiValue k : engine.kpis(book, id)) {
            ObjectNode one = kpis.addObject().put("id", k.kpi().id()).put("title", k.kpi().title());
            if (Double.isNaN(k.value())) {
                one.putNull("value");
            } else {
                one.put("value", k.value());
            }
            one.put("unit", k.kpi().unit()).put("better", k.kpi().better().name().toLowerCase(Locale.ROOT)).put("problem", k.problem());
            Provenance from = engine.whereFrom(book, id, k.kpi());
            one.put("formula", from.formula());
            ArrayNode inputs = one.putArray("inputs");
            from.inputs().forEach(i -> inputs.addObject().put("kind", i.kind().name().toLowerCase(Locale.ROOT)).put("name", i.name())
                    .put("origin", i.origin().name().toLowerCase(Locale.ROOT)).put("source", i.source()));
        }
        ArrayNode problems = node.putArray("problems");
        engine.view(book, id).problems().forEach(problems::add);
    }
}
