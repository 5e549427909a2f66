package org.kvarter.scene.ground;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/**
 * Cuts the ground by a region: squares, quay walls and the far land. When the region changes all are cut on a worker, latest wins; what
 * comes on the screen while a region is there is cut at once, so that it never flashes up whole. JavaFX thread only.
 */
final class GroundSections {

    private final Group faces = new Group();
    private final PhongMaterial earth = new PhongMaterial();
    private final PhongMaterial water = new PhongMaterial();
    private final LatestWins<Map<CutView, GroundCut>> cutting;
    private final Set<CutView> views = Collections.newSetFromMap(new IdentityHashMap<>());
    private Relief relief;
    private KeptRegion region;
    private boolean stale;
    private boolean working;

    GroundSections(Tasks tasks) {
        cutting = new LatestWins<>(tasks.work(), tasks.fx());
        earth.setSpecularColor(Color.BLACK);
        water.setSpecularColor(Color.BLACK);
        setTheme(Theme.LIGHT);
    }

    /** The faces of earth. */
    Group view() {
        return faces;
    }

    /** Earth is cut in a tone of its own, so that a house and what it stands on are told apart. */
    void setTheme(Theme theme) {
        earth.setDiffuseColor(theme == Theme.LIGHT ? Color.web("#857B6F") : Color.web("#625C54"));
        water.setDiffuseColor(colour(BaseColours.water(theme)).deriveColor(0, 1.25, theme == Theme.LIGHT ? 0.72 : 1.3, 1));
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    /** What is kept; {@code null} for all. */
    void setRegion(KeptRegion kept) {
        if (!Objects.equals(kept, region)) {
            region = kept;
            stale = true;
        }
    }

    KeptRegion region() {
        return region;
    }

    /** A box around land, and around the earth below it that may show. */
    Bounds withEarth(Bounds land) {
        return region == null || relief == null ? land : new Bounds(land.minEast(), land.minNorth(), Math.min(land.minUp(), GroundCut.foot(region, relief)),
                land.maxEast(), land.maxNorth(), land.maxUp());
    }

    /** The shape of the ground, before its squares come. */
    void setRelief(Relief newRelief) {
        relief = newRelief;
    }

    /** Something has come on the screen. */
    void add(CutView view) {
        views.add(view);
        if (region != null) {
            put(view, cut(view, region, relief));
        }
    }

    /** Something goes. */
    void remove(CutView view) {
        if (view != null && views.remove(view)) {
            view.release(faces);
        }
    }

    /** One frame. */
    void frame() {
        if (!stale || relief == null) {
            return;
        }
        stale = false;
        working = true;
        KeptRegion now = region;
        Relief ground = relief;
        List<CutView> all = List.copyOf(views);
        cutting.request(() -> {
            Map<CutView, GroundCut> cuts = new IdentityHashMap<>();
            all.forEach(view -> cuts.put(view, cut(view, now, ground)));
            return cuts;
        }, cuts -> {
            working = false;
            cuts.forEach((view, cut) -> {
                if (views.contains(view)) {
                    put(view, cut);
                }
            });
        });
    }

    private static GroundCut cut(CutView view, KeptRegion region, Relief relief) {
        return GroundCut.isWhole(region, view.box()) ? null : GroundCut.of(view.whole(), view.kind(), region, relief);
    }

    private void put(CutView view, GroundCut cut) {
        view.put(cut, faces, earth, water);
    }

    boolean isSettled() {
        return !stale && !working;
    }
}
