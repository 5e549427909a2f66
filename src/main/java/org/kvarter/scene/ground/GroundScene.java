package org.kvarter.scene.ground;

import java.util.Arrays;
import javafx.scene.Group;
import org.kvarter.energy.Sun;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.sky.DayLight;
import org.kvarter.scene.sky.SkyColours;

/** The ground on the screen. JavaFX thread only. */
public final class GroundScene {

    private final Apron apron = new Apron();
    private final Group group;
    private GroundSurface surface = GroundSurface.plane(0);
    private Bounds box = new Bounds(-500, -500, 0, 500, 500, 0);
    private Theme theme = Theme.LIGHT;
    private Sun sun = Sun.STUDIO;

    public GroundScene(Group group) {
        this.group = group;
        group.getChildren().add(apron.view());
        lay();
    }

    public GroundSurface surface() {
        return surface;
    }

    /** Lays a plane under solids whose box this is. */
    public void setSolidBounds(Bounds solids) {
        if (!solids.isEmpty()) {
            box = solids;
            surface = GroundSurface.plane(solids.minUp());
            lay();
        }
    }

    public void setTheme(Theme newTheme) {
        theme = newTheme;
        paint();
    }

    public void setSun(Sun newSun) {
        sun = newSun;
        paint();
    }

    private void lay() {
        double[] edge = new double[Apron.AROUND];
        Arrays.fill(edge, surface.heightAt(0, 0) - 0.02);
        apron.lay(new Bounds(box.centreEast() - 1, box.centreNorth() - 1, 0, box.centreEast() + 1, box.centreNorth() + 1, 0), edge);
        paint();
    }

    private void paint() {
        float[] light = new float[3];
        DayLight.of(sun).write(light, 0, Math.max(0, sun.direction()[2]), 1);
        int[] edge = new int[Apron.AROUND];
        Arrays.fill(edge, Argb.lit(BaseColours.ground(theme), light[0], light[1], light[2]));
        apron.paint(edge, SkyColours.of(theme, sun).horizon());
    }
}
