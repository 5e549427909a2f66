package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.task.Tasks;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kvarter series list PROJECT|STORE}: which series are in stores. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class SeriesListCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(SeriesListCommand.class);

    @Mixin
    private Common common;

    @Parameters(arity = "1", paramLabel = "PROJECT|STORE")
    private Path file;

    @Override
    public Integer call() throws CommandException {
        ProjectStore projects = new ProjectStore(common.program().temporaryFolder());
        try (Tasks tasks = Tasks.start(Runnable::run); SeriesStores stores = common.stores(tasks)) {
            ObjectNode root = Json.object();
            ArrayNode list = root.putArray("series");
            for (SeriesPlace.Found found : SeriesPlace.of(file, projects).all(stores)) {
                StoredSeries s = found.series();
                if (common.json()) {
                    list.addObject().put("id", found.id()).put("title", s.title()).put("quantity", s.quantity()).put("unit", s.unit())
                            .put("places", s.places()).put("intervals", s.axis().count()).put("start", s.axis().start().toString())
                            .put("step", s.axis().step().toString()).put("zone", s.axis().zone().getId()).put("values", s.rows()).put("source", s.source());
                } else {
                    common.out().println(TEXTS.get("series.listed", found.id(), s.title(), s.unit(), Figures.of(s.places()), Figures.of(s.axis().count()),
                            s.axis().step(), s.axis().start(), s.source()));
                }
            }
            if (common.json()) {
                Json.print(root, common.out());
            }
            return 0;
        } catch (StoreException e) {
            throw new CommandException(e.getMessage());
        } finally {
            projects.forgetUnpacked();
        }
    }
}
