package org.kvarter.ui.assist;

import java.util.UUID;
import org.kvarter.assist.AssistException;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.StoreImport;
import org.kvarter.assist.Survey;
import org.kvarter.assist.Twin;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.ReadingSorter;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.databases.DatabaseDesk;

/**
 * A table too large for memory between being checked and being imported: it waits in files beside the project's store, of which nothing is seen before the
 * person agrees. Everything blocks and belongs on a background thread; one thing at a time.
 */
final class AssistStage {

    private final Workspace workspace;
    private final DatabaseDesk desk;
    private StoreImport.Staged staged;
    private DuckStore store;

    AssistStage(Workspace workspace, DatabaseDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /** Reads a table and checks it; what waited before is forgotten. @param store where it goes if the person agrees */
    synchronized ImportOutcome read(ImportRecipe recipe, TableSource table, Survey survey, JoinResult join, Twin twin, DuckStore into, Progress progress)
            throws AssistException, StoreException {
        clear();
        String mark = "-" + UUID.randomUUID().toString().substring(0, 8);
        store = into;
        staged = StoreImport.read(recipe, table, survey, join, twin, new StoreImport.Target() {
            @Override
            public SeriesWriter begin(NewSeries s) throws StoreException {
                // a series of the same recipe that is there already stays until nothing can bring it back
                return into.writer(s.withId(s.id() + mark));
            }

            @Override
            public ReadingSorter sorter() throws StoreException {
                return into.sorter();
            }
        }, progress);
        return staged.outcome();
    }

    /** Where a table of the session goes. JavaFX thread. */
    DuckStore store() {
        return desk.storeOf(workspace.session());
    }

    /** Puts what waits into the store. */
    synchronized AssistStored finish(ImportRecipe named) throws StoreException {
        if (staged == null) {
            throw new IllegalStateException("nothing was read");
        }
        try {
            return AssistStored.of(named, staged.finish(named), store, desk.stores(), workspace);
        } finally {
            clear();
        }
    }

    /** Forgets what waits, and its files. */
    synchronized void clear() {
        if (staged != null) {
            staged.close();
            staged = null;
        }
    }
}
