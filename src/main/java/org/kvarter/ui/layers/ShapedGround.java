package org.kvarter.ui.layers;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.MapChangeListener;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.District;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Severity;
import org.kvarter.model.Stance;
import org.kvarter.model.Terrain;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.session.standing.ShapedNeighbours;
import org.kvarter.session.standing.ShapedNeighbours.Uneven;
import org.kvarter.session.standing.Standing;
import org.kvarter.task.LatestWins;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.notice.Notice;

/** Tells of buildings whose ground a model has taken away or heaped up, when somebody shapes it. JavaFX thread only. */
public final class ShapedGround {

    private static final Texts TEXTS = Texts.in(ShapedGround.class);

    private final Workspace workspace;
    private final LatestWins<Uneven> looking;

    public ShapedGround(Workspace workspace) {
        this.workspace = workspace;
        this.looking = new LatestWins<>(workspace.tasks().work(), workspace.tasks().fx());
        workspace.session().styles().addListener((MapChangeListener<String, LayerStyle>) change -> {
            // a project that is opened, and a model that is shown again, are no news
            if (change.wasRemoved() && change.wasAdded() && change.getValueAdded().stance().ground() != change.getValueRemoved().stance().ground()
                    && change.getValueAdded().stance().ground() != Stance.Ground.KEPT) {
                look();
            }
        });
    }

    private void look() {
        Session session = workspace.session();
        District district = session.district();
        Terrain terrain = district.terrain().orElse(null);
        if (terrain == null) {
            return;
        }
        Map<String, LayerMesh> meshes = new HashMap<>(session.meshes());
        Map<String, LayerStyle> styles = new HashMap<>();
        district.layers().forEach(l -> styles.put(l.id(), session.style(l.id())));
        looking.request(() -> {
            Standing standing = new Standing();
            Map<String, BitSet> covered = standing.covered(district, meshes, styles::get);
            return ShapedNeighbours.uneven(district, covered, styles::get, terrain, standing.ground(district, meshes, styles::get));
        }, uneven -> {
            if (!uneven.buildings().isEmpty()) {
                workspace.notices().show(new Notice(Severity.INFO, TEXTS.get("ground.uneven", uneven.buildings().size(),
                        Numbers.with(Numbers.three(uneven.most()), "m")), TEXTS.get("ground.uneven.select"), () -> SelectFeatures.only(session, uneven.buildings())));
            }
        });
    }
}
