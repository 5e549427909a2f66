package org.kvarter.session.loading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectSource;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;

/**
 * The change of having read files: layers come in, or take the place of the ones they are read again for and keep their title. What else changed in the
 * district meanwhile stays.
 */
final class AddLayers implements Change {

    private final String title;
    private final Session session;
    private final ImportResult result;
    private final Map<String, LocalText> titles;
    private final List<ProjectSource> sourcesAfter;
    private District districtBefore;
    private List<ProjectSource> sourcesBefore;
    private final Map<String, LayerMesh> meshesBefore = new HashMap<>();
    private final Map<String, SeriesView> seriesBefore = new HashMap<>();

    /** @param titles what layers are called by id, where it is not the source's name */
    AddLayers(String title, Session session, ImportResult result, Map<String, LocalText> titles, List<ProjectSource> sourcesAfter) {
        this.title = title;
        this.session = session;
        this.result = result;
        this.titles = titles;
        this.sourcesAfter = List.copyOf(sourcesAfter);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void apply() {
        districtBefore = session.district();
        sourcesBefore = List.copyOf(session.sources());
        meshesBefore.clear();
        seriesBefore.clear();
        seriesBefore.putAll(session.series());
        District district = districtBefore.frame() == null ? districtBefore.withFrame(result.district().frame()) : districtBefore;
        if (district.name().isEmpty()) {
            district = district.withName(result.district().name());
        }
        for (ImportedLayer imported : result.layers()) {
            String id = imported.layer().id();
            if (session.meshes().containsKey(id)) {
                meshesBefore.put(id, session.meshes().get(id));
            }
            imported.series().forEach(table -> session.series().put(table.id(), table));
            imported.mesh().ifPresent(mesh -> session.meshes().put(id, mesh));
            Layer fresh = imported.layer();
            LocalText called = district.layer(id).map(Layer::titles).orElse(titles.getOrDefault(id, fresh.titles()));
            district = district.with(called.equals(fresh.titles()) ? fresh : fresh.withTitles(called)); // another layer is drawn anew
        }
        session.sources().setAll(sourcesAfter);
        session.districtProperty().set(LayerOrder.sorted(district, districtBefore));
    }

    /** Goes back to where an earlier change of the same layers, which this one has followed, began. */
    void startFrom(AddLayers earlier) {
        districtBefore = earlier.districtBefore;
        sourcesBefore = earlier.sourcesBefore;
        meshesBefore.clear();
        meshesBefore.putAll(earlier.meshesBefore);
        seriesBefore.clear();
        seriesBefore.putAll(earlier.seriesBefore);
    }

    private void takeBack(String seriesId) {
        SeriesView before = seriesBefore.get(seriesId);
        if (before == null) {
            session.series().remove(seriesId);
        } else {
            session.series().put(seriesId, before);
        }
    }

    @Override
    public void revert() {
        session.districtProperty().set(districtBefore);
        session.sources().setAll(sourcesBefore);
        for (ImportedLayer imported : result.layers()) {
            String id = imported.layer().id();
            imported.series().forEach(table -> takeBack(table.id()));
            if (meshesBefore.containsKey(id)) {
                session.meshes().put(id, meshesBefore.get(id));
            } else {
                session.meshes().remove(id);
            }
        }
        session.selection().removeIf(k -> session.layer(k.layerId()).isEmpty());
        session.pinned().removeIf(k -> session.layer(k.layerId()).isEmpty());
    }
}
