package org.kvarter.study.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.Solids;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.SourceRef;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.VectorLayer;
import org.kvarter.study.Sites;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Areas of shapes that are reckoned by hand. */
class FloorAreasTest {

    private static final double[] ELL = {0, 0, 30, 0, 30, 10, 10, 10, 10, 40, 0, 40};

    @Test
    void footprintsAreTheGroundThatIsCovered() {
        Solids solids = new Solids().feature().prism(ELL, 0, 9.5).box(100, 0, 0, 110, 20, 16);
        FloorAreas areas = areas(solids, null, AttributeTable.empty(2));
        // 30 × 10 + 10 × 30, and 10 × 20.
        assertThat(areas.buildings().get(0).covered()).isCloseTo(600, within(1e-3));
        assertThat(areas.buildings().get(1).covered()).isCloseTo(200, within(1e-3));
        // 9.5 m hold three storeys of 3 m, 16 m five.
        assertThat(areas.buildings().get(0).floor()).isCloseTo(1_800, within(1e-2));
        assertThat(areas.buildings().get(1).floor()).isCloseTo(1_000, within(1e-2));
        assertThat(areas.totals().byHeight()).isEqualTo(2);
        assertThat(areas.totals().floor()).isCloseTo(2_800, within(1e-2));
    }

    @Test
    void aCourtyardIsNoFootprint() {
        Solids solids = new Solids().feature().walls(new double[] {0, 0, 40, 0, 40, 40, 0, 40}, 0, 12)
                .polygon(SurfaceKind.GROUND, new double[] {0, 0, 0, 0, 40, 0, 40, 40, 0, 40, 0, 0}, new double[] {10, 10, 0, 30, 10, 0, 30, 30, 0, 10, 30, 0})
                .polygon(SurfaceKind.ROOF, new double[] {0, 0, 12, 40, 0, 12, 40, 40, 12, 0, 40, 12});
        assertThat(areas(solids, null, AttributeTable.empty(1)).buildings().get(0).covered()).isCloseTo(1_600 - 400, within(1e-3));
    }

    @Test
    void aBuildingWithoutGroundSurfacesCoversWhatItsRoofCovers() {
        Solids solids = new Solids().feature().walls(new double[] {0, 0, 10, 0, 10, 8, 0, 8}, 0, 6)
                .polygon(SurfaceKind.ROOF, new double[] {0, 0, 6, 10, 0, 6, 10, 4, 9, 0, 4, 9})
                .polygon(SurfaceKind.ROOF, new double[] {0, 4, 9, 10, 4, 9, 10, 8, 6, 0, 8, 6});
        assertThat(areas(solids, null, AttributeTable.empty(1)).buildings().get(0).covered()).isCloseTo(80, within(1e-3));
    }

    @Test
    void storeysOfTheSourceComeBeforeHeight() {
        Solids solids = new Solids().box(0, 0, 0, 10, 10, 30).box(20, 0, 0, 30, 10, 30);
        AttributeTable attributes = new AttributeTable(2, List.of(new NumberColumn("storeys_above_ground", "", NumberColumn.Type.INTEGER,
                new double[] {4, Double.NaN})));
        FloorAreas areas = areas(solids, null, attributes);
        assertThat(areas.buildings().get(0).storeys()).isEqualTo(new StoreyRule.Storeys(4, StoreyRule.From.ATTRIBUTE, "storeys_above_ground"));
        assertThat(areas.buildings().get(0).floor()).isCloseTo(400, within(1e-3));
        assertThat(areas.buildings().get(1).storeys()).isEqualTo(new StoreyRule.Storeys(10, StoreyRule.From.HEIGHT, ""));
        FloorAreas high = FloorAreas.of(site(solids, attributes), null, new StoreyRule(4), Progress.NONE);
        assertThat(high.buildings().get(1).storeys().count()).isEqualTo(7);
        assertThatThrownBy(() -> new StoreyRule(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBuildingOnTwoPlotsIsSharedByFootprint() {
        // 20 m wide, 12 of them on the western plot; six storeys.
        Solids solids = new Solids().box(8, 5, 0, 28, 15, 18);
        VectorLayer plots = plots(square(0, 0, 20, 20), square(20, 0, 60, 20), square(100, 0, 110, 10));
        FloorAreas areas = areas(solids, plots, AttributeTable.empty(1));
        PlotArea west = areas.plots().get(0);
        PlotArea east = areas.plots().get(1);
        assertThat(west.floor()).isCloseTo(12 * 10 * 6, within(1e-2));
        assertThat(east.floor()).isCloseTo(8 * 10 * 6, within(1e-2));
        assertThat(west.ratio()).isCloseTo(720.0 / 400, within(1e-4));
        assertThat(east.ratio()).isCloseTo(480.0 / 800, within(1e-4));
        assertThat(west.coverage()).isCloseTo(0.3, within(1e-4));
        assertThat(areas.plots().get(2).ratio()).isZero();
        assertThat(areas.plots().get(2).buildings()).isZero();
        assertThat(areas.totals().onPlots()).isCloseTo(areas.totals().floor(), within(1e-2));
    }

    @Test
    void plotsThatOverlapDoNotMakeABuildingLarger() {
        // 20 m wide, 12 of them on the western plot, 16 on the eastern one, 8 on both; six storeys of 200 m²
        Solids solids = new Solids().box(8, 5, 0, 28, 15, 18);
        FloorAreas areas = areas(solids, plots(square(0, 0, 20, 20), square(12, 0, 60, 20)), AttributeTable.empty(1));
        assertThat(areas.plots().get(0).floor()).isCloseTo(1_200 * 120 / 280.0, within(1e-2));
        assertThat(areas.plots().get(1).floor()).isCloseTo(1_200 * 160 / 280.0, within(1e-2));
        assertThat(areas.totals().onPlots()).isCloseTo(1_200, within(1e-2));
    }

    @Test
    void groundUnderTwoBuildingsIsCoveredOnceAndBothHaveTheirFloors() {
        Solids solids = new Solids().box(0, 0, 0, 10, 10, 6).box(5, 0, 0, 15, 10, 6);
        PlotArea plot = areas(solids, plots(square(0, 0, 20, 10)), AttributeTable.empty(2)).plots().get(0);
        assertThat(plot.covered()).isCloseTo(150, within(1e-3));
        assertThat(plot.floor()).isCloseTo(400, within(1e-2));
        assertThat(plot.buildings()).isEqualTo(2);
    }

    @Test
    void aPlotWithAHoleLacksWhatStandsInIt() throws ParseException {
        Geometry ring = new WKTReader().read("POLYGON ((0 0, 40 0, 40 40, 0 40, 0 0), (10 10, 30 10, 30 30, 10 30, 10 10))");
        Solids solids = new Solids().box(15, 15, 0, 25, 25, 9).box(0, 0, 0, 8, 8, 9);
        PlotArea plot = areas(solids, plots(ring), AttributeTable.empty(2)).plots().get(0);
        assertThat(plot.area()).isEqualTo(1_200);
        assertThat(plot.floor()).isCloseTo(64 * 3, within(1e-2));
    }

    @Test
    void whatIsGoneHasNoFloors() {
        BitSet gone = new BitSet();
        gone.set(0);
        StudySite site = Sites.of(new Solids().box(0, 0, 0, 10, 10, 6).box(50, 0, 0, 60, 10, 6), gone);
        assertThat(FloorAreas.of(site, null, StoreyRule.DEFAULT, Progress.NONE).buildings()).extracting(BuildingArea::row).containsExactly(1);
    }

    @Test
    void linesAndPointsAreNoPlots() throws ParseException {
        VectorLayer plots = plots(new WKTReader().read("LINESTRING (0 0, 10 10)"), null, square(0, 0, 10, 10));
        assertThat(areas(new Solids().box(0, 0, 0, 5, 5, 3), plots, AttributeTable.empty(1)).plots()).extracting(PlotArea::row).containsExactly(2);
    }

    @Test
    void theTableSaysWhereStoreysComeFrom() throws IOException {
        Solids solids = new Solids().box(0, 0, 0, 10, 10, 6);
        VectorLayer plots = plots(square(0, 0, 20, 20));
        StringWriter out = new StringWriter();
        StudySite site = site(solids, AttributeTable.empty(1));
        AreaTable.write(FloorAreas.of(site, plots, StoreyRule.DEFAULT, Progress.NONE),
                Map.of("test", site.solids().get(0).layer().features(), "plots", plots.features()), out);
        assertThat(out.toString()).contains("building,test,B0,,100.000,2.000,height by 3.000 m,200.000,,,\r\n")
                .contains("plot,plots,P0,400.000,100.000,,,200.000,0.500,0.250,1\r\n");
    }

    private static Geometry square(double west, double south, double east, double north) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
    }

    private static VectorLayer plots(Geometry... geometries) {
        String[] ids = new String[geometries.length];
        java.util.Arrays.setAll(ids, i -> "P" + i);
        return new VectorLayer("plots", "Plots", LayerKind.PLOTS, new SourceRef("test", "", "Test", "", ""),
                FeatureTable.flat(ids, "plot", AttributeTable.empty(ids.length)), geometries, Bounds.EMPTY, List.of());
    }

    private static StudySite site(Solids solids, AttributeTable attributes) {
        return StudySite.of(List.of(Sites.solid(solids, new BitSet(), attributes)), Optional.empty(), List.of());
    }

    private static FloorAreas areas(Solids solids, VectorLayer plots, AttributeTable attributes) {
        return FloorAreas.of(site(solids, attributes), plots, StoreyRule.DEFAULT, Progress.NONE);
    }
}
