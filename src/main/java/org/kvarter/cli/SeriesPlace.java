package org.kvarter.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;

/**
 * Where a command finds series: a project, or a store's file by itself.
 *
 * @param file     the project or store
 * @param project  the project; empty for a store
 */
record SeriesPlace(Path file, Optional<ProjectDocument> project) {

    /** Opens a project, or names a store. */
    static SeriesPlace of(Path file, ProjectStore projects) throws CommandException {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".duckdb")) {
            return new SeriesPlace(file, Optional.empty());
        }
        try {
            return new SeriesPlace(file, Optional.of(projects.open(file, Progress.NONE).document()));
        } catch (ProjectException e) {
            throw new CommandException(e.getMessage());
        }
    }

    /** The file of the store: of a project the one it has, or else one beside its other data. */
    Path store(Path temporary) {
        if (project.isEmpty()) {
            return file;
        }
        boolean isPackage = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".kvarter");
        Path absolute = file.toAbsolutePath().normalize();
        String name = file.getFileName().toString().replaceFirst("(?i)\\.kvarter\\.json$", ".json");
        Path beside = isPackage ? temporary.resolve("series") : absolute.resolveSibling(FileNames.stem(name) + "-data");
        return project.get().series().stream().map(SeriesSource::origin).filter(SeriesOrigin.InStore.class::isInstance).map(o -> Path.of(o.file()))
                .findFirst().orElse(beside.resolve("series.duckdb"));
    }

    /** A series as a store keeps it, by what people and the store call it. */
    record Found(String id, StoredSeries series, org.kvarter.series.store.SeriesStore store) {
    }

    /** All series that are in stores; CSV files of a project are not. */
    List<Found> all(SeriesStores stores) throws StoreException {
        List<Found> all = new ArrayList<>();
        if (project.isEmpty()) {
            for (StoredSeries s : stores.file(file).list()) {
                all.add(new Found(s.id(), s, stores.file(file)));
            }
            return all;
        }
        for (SeriesSource source : project.get().series()) {
            if (source.origin() instanceof SeriesOrigin.InStore in) {
                all.add(new Found(source.seriesId(), stores.file(Path.of(in.file())).series(in.stored()), stores.file(Path.of(in.file()))));
            } else if (source.origin() instanceof SeriesOrigin.InDatabase in) {
                stores.server(in.address()).add(in.series());
                all.add(new Found(source.seriesId(), stores.server(in.address()).series(in.series().id()), stores.server(in.address())));
            }
        }
        return all;
    }

    /** The one of an id or title. */
    Found find(SeriesStores stores, String wanted) throws StoreException, CommandException {
        List<Found> all = all(stores);
        return all.stream().filter(f -> f.id().equals(wanted) || f.series().title().equals(wanted)).findFirst()
                .orElseThrow(() -> new CommandException(org.kvarter.text.Texts.in(SeriesPlace.class).get("series.none", file, wanted,
                        String.join(", ", all.stream().map(Found::id).toList()))));
    }
}
