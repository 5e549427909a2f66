package org.kvarter.series.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which series this run of the program has put into stores, and which files of projects name them. What was imported and taken back stays in its store while it can
 * be brought back, and is taken out of it when the project is left, unless a saved project names it. Series that were there before are nobody's here: another project
 * may have them. Thread-safe.
 */
public final class StoreLedger {

    /** Takes a series out of a store. */
    public interface Removal {

        /** @return false where that cannot be done now */
        boolean remove(SeriesOrigin.InStore series) throws StoreException;
    }

    private final Map<SeriesOrigin.InStore, Set<Path>> made = new HashMap<>();

    /** A series was put into a store. */
    public synchronized void made(SeriesOrigin.InStore series) {
        made.putIfAbsent(normal(series), new HashSet<>());
    }

    /** A project was saved. @param named where its series are */
    public synchronized void saved(Path project, List<SeriesOrigin> named) {
        Set<SeriesOrigin.InStore> there = inStores(named);
        made.forEach((series, projects) -> {
            if (there.contains(series)) {
                projects.add(project);
            } else {
                projects.remove(project);
            }
        });
    }

    /**
     * A project was left, with all that could have been brought back: takes out what no saved one names.
     *
     * @param named by the project that is open now
     * @return what was taken out
     */
    public List<SeriesOrigin.InStore> left(List<SeriesOrigin> named, Removal removal) {
        Set<SeriesOrigin.InStore> there = inStores(named);
        List<SeriesOrigin.InStore> orphans;
        synchronized (this) {
            orphans = made.entrySet().stream().filter(e -> e.getValue().isEmpty() && !there.contains(e.getKey())).map(Map.Entry::getKey).toList();
        }
        List<SeriesOrigin.InStore> gone = new ArrayList<>();
        for (SeriesOrigin.InStore orphan : orphans) {
            try {
                if (removal.remove(orphan)) {
                    gone.add(orphan);
                }
            } catch (StoreException e) {
                // a store that is gone or damaged is told of where it is used
                gone.add(orphan);
            }
        }
        synchronized (this) {
            gone.forEach(made::remove);
        }
        return gone;
    }

    private static Set<SeriesOrigin.InStore> inStores(List<SeriesOrigin> named) {
        Set<SeriesOrigin.InStore> there = new HashSet<>();
        named.stream().filter(SeriesOrigin.InStore.class::isInstance).map(SeriesOrigin.InStore.class::cast).forEach(s -> there.add(normal(s)));
        return there;
    }

    private static SeriesOrigin.InStore normal(SeriesOrigin.InStore series) {
        return series.withFile(Path.of(series.file()).toAbsolutePath().normalize().toString());
    }
}
