package org.kvarter.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kvarter series remove STORE ID}: takes a series out of a store's file. */
@Command(name = "remove", mixinStandardHelpOptions = true)
final class SeriesRemoveCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(index = "0", arity = "1", paramLabel = "STORE")
    private Path file;

    @Parameters(index = "1", arity = "1", paramLabel = "ID")
    private String id;

    @Override
    public Integer call() throws CommandException {
        if (ProjectStore.isProject(file)) {
            throw new CommandException(Texts.in(SeriesRemoveCommand.class).get("series.remove.project", file.getFileName()));
        }
        try (Tasks tasks = Tasks.start(Runnable::run); SeriesStores stores = common.stores(tasks)) {
            stores.file(file).series(id);
            stores.file(file).remove(id);
            return 0;
        } catch (StoreException e) {
            throw new CommandException(e.getMessage());
        }
    }
}
