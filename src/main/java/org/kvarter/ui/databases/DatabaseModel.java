package org.kvarter.ui.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.importing.DatabaseLayer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Layer;
import org.kvarter.model.Severity;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.layer.Area;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.TableFile;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.task.Job;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.slf4j.LoggerFactory;

/**
 * A table of a database or large file on its way into the project: logging in, choosing the table, what its columns are, and then a layer or a series of it.
 * JavaFX thread only; asking happens elsewhere.
 */
public final class DatabaseModel {

    private static final Texts TEXTS = Texts.in(DatabaseModel.class);
    private static final int ROWS = 8;

    private final Workspace workspace;
    private final DatabaseDesk desk;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final BooleanProperty keep = new SimpleBooleanProperty(this, "keep", true);
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final StringProperty area = new SimpleStringProperty(this, "area", "");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final ObservableList<SqlCatalog.Table> tables = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final ObjectProperty<TableChoice> choice = new SimpleObjectProperty<>(this, "choice", TableChoice.NONE);
    private Catalogue open;
    private Job<?> running;

    /** A table as it was looked at. @param layerId layer that most places of the first rows belong to; empty for none */
    public record Look(SqlCatalog.Table table, List<SqlColumn> columns, List<List<String>> rows, String layerId) {
    }

    public DatabaseModel(Workspace workspace, DatabaseDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
        workspace.session().seriesSources().values().stream().map(SeriesSource::origin).filter(SeriesOrigin.InDatabase.class::isInstance)
                .map(SeriesOrigin::where).sorted().findFirst().ifPresent(address::set);
        Area.of(workspace.session().district()).ifPresent(here -> area.set(here.text()));
    }

    /** Where the database is and as whom it is asked. */
    public StringProperty addressProperty() {
        return address;
    }

    /** The password; empty for the one that is kept, or none. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** Whether the password is kept on this machine. */
    public BooleanProperty keepProperty() {
        return keep;
    }

    /** Whether the server is being asked. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** What is being done, where that is known. */
    public StringProperty messageProperty() {
        return message;
    }

    /** What part of the world a layer is of: west, south, east, north in degrees, blank for all; at first what the district has. */
    public StringProperty areaProperty() {
        return area;
    }

    /** Why the last question did not succeed; empty where it did. */
    public StringProperty troubleProperty() {
        return trouble;
    }

    /** What the database has. */
    public ObservableList<SqlCatalog.Table> tables() {
        return tables;
    }

    /** The table that was looked at; {@code null} for none yet. */
    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** What of it is taken. */
    public ObjectProperty<TableChoice> choiceProperty() {
        return choice;
    }

    /** Layers to whose features a series can belong. */
    public List<Layer> layers() {
        return workspace.session().district().layers().stream().filter(l -> l.features().size() > 0).toList();
    }

    /** Logs in and asks which tables there are. */
    public void connect() {
        tables.clear();
        look.set(null);
        Catalogue wanted;
        Runnable afterwards = () -> { };
        try {
            Optional<Path> file = file(address.get().strip());
            if (file.isPresent()) {
                wanted = catalogue(file.get());
            } else {
                SqlAddress server = SqlAddress.parse(address.get());
                String secret = password.get();
                boolean keeps = keep.get();
                if (!secret.isEmpty()) {
                    desk.passwords().use(server, secret);
                }
                desk.stores().forget(server);
                wanted = new ServerCatalogue(desk.stores().server(server), ROWS);
                afterwards = () -> keep(server, secret, keeps);
            }
        } catch (StoreException e) {
            trouble.set(e.getMessage());
            return;
        }
        Runnable then = afterwards;
        run(wanted, progress -> wanted.tables(), found -> {
            open = wanted;
            tables.setAll(found);
            password.set("");
            if (found.isEmpty()) {
                trouble.set(TEXTS.get("noTables"));
            }
            then.run();
        });
    }

    private static Optional<Path> file(String text) {
        try {
            Path file = Path.of(text);
            boolean isStore = text.toLowerCase(java.util.Locale.ROOT).endsWith(".duckdb");
            return !text.contains("://") && (isStore || TableFile.isNamedSo(file)) ? Optional.of(file.toAbsolutePath().normalize()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Catalogue catalogue(Path file) {
        if (TableFile.isNamedSo(file)) {
            return new FileCatalogue(file, desk.storeOf(workspace.session()), workspace.tasks().poll(), ROWS);
        }
        return new StoreCatalogue(desk.stores().file(file), ROWS);
    }

    private void keep(SqlAddress wanted, String secret, boolean keeps) {
        if (keeps && !secret.isEmpty()) {
            try {
                desk.passwords().keep(wanted, secret);
            } catch (FeedException e) {
                trouble.set(e.getMessage());
            }
        }
    }

    /** Looks at a table and proposes what its columns are. */
    public void look(SqlCatalog.Table table) {
        look.set(null);
        List<Layer> layers = layers();
        Catalogue from = open;
        run(from, progress -> {
            Catalogue.Rows rows = from.rows(table);
            return new Look(table, rows.columns(), rows.rows(), Proposal.layer(rows.columns(), rows.rows(), layers));
        }, found -> {
            choice.set(Proposal.choice(found, workspace.session().clock().zoneProperty().get().getId()));
            look.set(found);
        });
    }

    /**
     * Makes a source of a layer; nothing where the address has no layers.
     *
     * @param then gets what the import is to read, on the JavaFX thread
     */
    public void addLayer(Consumer<ImportRequest> then) {
        TableChoice c = choice.get();
        Optional<String> at = open.address();
        if (at.isEmpty()) {
            return;
        }
        DatabaseLayer layer = new DatabaseLayer(c.title().strip(), at.get(), look.get().table().names(), c.geometry(), c.key());
        String name = c.title().strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        Path folder = desk.folder("database");
        Catalogue from = open;
        SqlCatalog.Table table = look.get().table();
        run(from, progress -> {
            Optional<double[]> box = LayerBox.of(from, table, c.geometry(), area.get());
            try {
                Files.createDirectories(folder);
                Path file = Files.write(folder.resolve((name.isEmpty() ? "layer" : name) + DatabaseLayer.ENDING), layer.bytes());
                return ImportRequest.of(file).withOptions(new ReadOptions(Optional.empty(), box, Map.of()));
            } catch (IOException e) {
                throw new StoreException(StoreException.Kind.FAILED, TEXTS.get("unwritable", folder), e);
            }
        }, then);
    }

    /**
     * Puts a series into the session, as one undoable step: what it is joined to is found by its keys.
     *
     * @param then on the JavaFX thread, when it is there
     */
    public void addSeries(Runnable then) {
        TableChoice c = choice.get();
        SqlCatalog.Table table = look.get().table();
        String id = "db-" + UUID.randomUUID().toString().substring(0, 8);
        Catalogue from = open;
        Optional<Layer> layer = workspace.session().layer(c.layerId());
        run(from, progress -> {
            String title = c.title().strip();
            SeriesSource bare = new SeriesSource(id, LocalText.of(title), title, from.series(table, id, c, progress), c.layerId(), "");
            if (from instanceof FileCatalogue && bare.origin() instanceof SeriesOrigin.InStore made) {
                desk.stores().ledger().made(made);
            }
            SeriesView view = desk.stores().view(bare, e -> tell(bare, e)).orElseThrow();
            Optional<SeriesJoin> join = layer.map(l -> SeriesJoin.best(view.keys(), l.features()));
            SeriesSource source = new SeriesSource(id, bare.titles(), bare.quantity(), bare.origin(), c.layerId(), join.map(SeriesJoin::keyAttribute).orElse(""));
            return new Catalogue.Made(view, source, join.map(SeriesJoin::matched).orElse(0));
        }, made -> {
            workspace.session().undo().perform(DatabaseSeries.adding(workspace.session(), made, c, table));
            workspace.notices().info(TEXTS.get("matched", c.title(), made.matched(), made.view().places()));
            then.run();
        });
    }

    /** What goes wrong later, from any thread. */
    private void tell(SeriesSource source, StoreException e) {
        workspace.tasks().fx().execute(() -> {
            workspace.session().diagnostics().add(new Diagnostic(Severity.ERROR, source.origin().where(), source.seriesId(), e.getMessage()));
            workspace.notices().error(source.title() + ": " + e.getMessage());
        });
    }

    private interface Asking<T> {
        T ask(Progress progress) throws StoreException;
    }

    private <T> void run(Catalogue catalogue, Asking<T> asking, Consumer<T> then) {
        cancel();
        trouble.set("");
        message.set("");
        busy.set(true);
        Job<T> job = Tasks.submit(workspace.tasks().io(), progress -> {
            try {
                return asking.ask(progress);
            } catch (StoreException e) {
                throw new CompletionException(e);
            }
        }, (fraction, said) -> workspace.tasks().fx().execute(() -> message.set(said)));
        Job<T> stoppable = new Job<>(job.result(), () -> {
            job.cancel().run();
            catalogue.cancel();
        });
        running = stoppable;
        job.result().whenComplete((value, failure) -> workspace.tasks().fx().execute(() -> {
            if (running != stoppable && running != null) {
                return;
            }
            running = null;
            busy.set(false);
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (failure == null) {
                then.accept(value);
            } else if (cause instanceof StoreException e) {
                trouble.set(e.kind() == StoreException.Kind.CANCELLED ? "" : e.getMessage());
            } else if (!(cause instanceof WorkCancelledException)) {
                LoggerFactory.getLogger(DatabaseModel.class).error("Asking a database failed", cause);
                trouble.set(TEXTS.get("failed"));
            }
        }));
        if (job.result().isDone()) {
            running = null;
        }
    }

    /** Stops asking. */
    public void cancel() {
        if (running != null) {
            Job<?> job = running;
            running = null;
            busy.set(false);
            job.cancel().run();
        }
    }
}
