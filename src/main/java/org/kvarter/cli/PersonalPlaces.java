package org.kvarter.cli;

import java.util.HashSet;
import java.util.Set;
import org.kvarter.analysis.Prepared;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.ProjectDocument;
import org.kvarter.series.SeriesView;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.session.loading.ProjectData;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;

/**
 * Places of a project's series that a command may not tell, since they are personal and have too few households.
 *
 * @param keys   of the places; empty where all may be told
 * @param reason why, in a sentence
 */
record PersonalPlaces(Set<String> keys, String reason) {

    /** Everything may be told. */
    static final PersonalPlaces NONE = new PersonalPlaces(Set.of(), "");

    /** Reads a project's layers where anything of it is personal, to know how many households its places have. */
    static PersonalPlaces of(ProjectDocument document, String seriesId, SeriesStores stores, Tasks tasks) {
        if (!Guard.isActive(document.dataBook())) {
            return NONE;
        }
        ProjectData data = ProjectData.read(document, ImportPipeline.over(ImportPipeline.discover(), tasks), stores, Progress.NONE);
        Prepared prepared = Prepared.of(document.dataBook(), data.base().district(), data.meshes(), data.base().series(), PreparedProject.targets(document.series()));
        SeriesView table = prepared.wholeSeries().get(seriesId);
        Set<String> keys = new HashSet<>();
        prepared.guard().withheldPlaces(seriesId).ifPresent(out -> out.stream().filter(p -> p < table.places()).forEach(p -> keys.add(table.keys()[p])));
        return keys.isEmpty() ? NONE : new PersonalPlaces(keys, prepared.guard().reason());
    }
}
