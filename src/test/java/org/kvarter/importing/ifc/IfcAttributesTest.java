package org.kvarter.importing.ifc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SurfaceKind;

class IfcAttributesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @Test
    void tellsPropertiesAndQuantitiesWithUnits() throws Exception {
        IfcDraft draft = IfcDraft.millimetres();
        String wall = draft.wall(draft.box(4000, 300, 3000));
        draft.propertySet("Pset_WallCommon", wall, "IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$)",
                "IFCPROPERTYSINGLEVALUE('ThermalTransmittance',$,IFCTHERMALTRANSMITTANCEMEASURE(0.21),$)",
                "IFCPROPERTYSINGLEVALUE('Status',$,$,$)",
                "IFCPROPERTYENUMERATEDVALUE('Phase',$,(IFCLABEL('NEW'),IFCLABEL('TEMPORARY')),$)",
                "IFCPROPERTYSINGLEVALUE('Klass',$,IFCLABEL('V\\X\\E4gg \\X2\\00E5\\X0\\'),$)");
        String quantities = draft.add("IFCELEMENTQUANTITY('" + draft.guid() + "',$,'BaseQuantities',$,$,("
                + draft.add("IFCQUANTITYLENGTH('Height',$,$,3000.)") + "," + draft.add("IFCQUANTITYAREA('NetSideArea',$,$,12.)") + "))");
        draft.define("IFCRELDEFINESBYPROPERTIES", quantities, wall);

        FeatureTable features = IfcModelReading.elements(draft, folder).features();

        assertThat(features.types()).containsExactly("IfcWall");
        assertThat(features.attributes().row(0)).containsAllEntriesOf(Map.of("name", "wall", "storey", "Ground floor", "building", "House",
                "Pset_WallCommon.IsExternal", true, "Pset_WallCommon.ThermalTransmittance", 0.21, "Pset_WallCommon.Phase", "NEW; TEMPORARY",
                "Pset_WallCommon.Klass", "Vägg å", "BaseQuantities.Height", 3000.0, "BaseQuantities.NetSideArea", 12.0))
                .doesNotContainKey("Pset_WallCommon.Status");
        assertThat(features.attributes().column("BaseQuantities.Height").orElseThrow().unit()).isEqualTo("mm");
        assertThat(features.attributes().column("BaseQuantities.NetSideArea").orElseThrow().unit()).isEqualTo("m²");
        assertThat(features.attributes().column("Pset_WallCommon.ThermalTransmittance").orElseThrow().unit()).isEqualTo("W/(m²·K)");
    }

    @Test
    void takesFromTheTypeWhatTheElementDoesNotSay() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String wall = draft.wall(draft.box(4, 1, 3));
        draft.propertySet("Pset", wall, "IFCPROPERTYSINGLEVALUE('A',$,IFCLABEL('own'),$)");
        String ofType = draft.add("IFCPROPERTYSET('" + draft.guid() + "',$,'Pset',$,(" + draft.add("IFCPROPERTYSINGLEVALUE('A',$,IFCLABEL('type'),$)")
                + "," + draft.add("IFCPROPERTYSINGLEVALUE('B',$,IFCINTEGER(7),$)") + "))");
        String type = draft.add("IFCWALLTYPE('" + draft.guid() + "',$,'Brick 300',$,$,(" + ofType + "),$,$,$,.STANDARD.)");
        draft.define("IFCRELDEFINESBYTYPE", type, wall);
        String brick = draft.add("IFCMATERIAL('Brick',$,$)");
        String wool = draft.add("IFCMATERIAL('Wool',$,$)");
        String set = draft.add("IFCMATERIALLAYERSET((" + draft.add("IFCMATERIALLAYER(" + brick + ",0.1,$,$,$,$,$)") + ","
                + draft.add("IFCMATERIALLAYER(" + wool + ",0.2,$,$,$,$,$)") + "),$,$)");
        draft.define("IFCRELASSOCIATESMATERIAL", draft.add("IFCMATERIALLAYERSETUSAGE(" + set + ",.AXIS2.,.POSITIVE.,0.,$)"), type);
        draft.define("IFCRELASSOCIATESCLASSIFICATION", draft.add("IFCCLASSIFICATIONREFERENCE($,'331','Load bearing walls',$,$,$)"), wall);

        Map<String, Object> row = IfcModelReading.elements(draft, folder).features().attributes().row(0);

        assertThat(row).containsAllEntriesOf(Map.of("Pset.A", "own", "Pset.B", 7L, "typeName", "Brick 300", "material", "Brick; Wool",
                "classification", "331 Load bearing walls"));
    }

    @Test
    void makesPartsOfElementsPartsOfFeatures() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String flight = draft.add("IFCSTAIRFLIGHT('" + draft.guid() + "',$,'flight',$,$," + draft.place(0, 0, 0) + ","
                + draft.shape("SweptSolid", draft.box(1, 3, 1)) + ",$,$,$,$,$,$)");
        String stair = draft.element("IFCSTAIR", "stair", draft.place(0, 0, 0));
        draft.relate("IFCRELAGGREGATES", stair, flight);
        draft.wall(draft.box(1, 1, 1));

        FeatureTable features = IfcModelReading.elements(draft, folder).features();

        assertThat(features.types()).containsExactly("IfcStair", "IfcStairFlight", "IfcWall");
        assertThat(features.parents()).containsExactly(-1, 0, -1);
        assertThat(features.attributes().value("storey", 1)).as("through what it is part of").isEqualTo("Ground floor");
    }

    @Test
    void cutsTheOpeningsOfAWallOutOfItsLayers() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String place = draft.place(0, 0, 0);
        String wall = draft.element("IFCWALL", "wall", place);
        String layer = draft.add("IFCBUILDINGELEMENTPART('" + draft.guid() + "',$,'brick',$,$," + draft.place(place, 0, 0.1, 0) + ","
                + draft.shape("SweptSolid", draft.box(4, 0.2, 3)) + ",$,$)");
        draft.relate("IFCRELAGGREGATES", wall, layer);
        draft.opening(wall, place, 1, -1, 1, draft.box(1, 2, 1));

        SolidBatch batch = IfcModelReading.elements(draft, folder);

        assertThat(IfcModelReading.volume(batch.polygons(), 1)).isCloseTo(2.4 - 0.2, within(1e-6));
    }

    @Test
    void tellsSystemsAndZones() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String wall = draft.wall(draft.box(1, 1, 1));
        for (String name : new String[] {"Ventilation 1", "Fire cell B"}) {
            String group = draft.add("IFCGROUP('" + draft.guid() + "',$,'" + name + "',$,$)");
            draft.add("IFCRELASSIGNSTOGROUP('" + draft.guid() + "',$,$,$,(" + wall + "),$," + group + ")");
        }

        assertThat(IfcModelReading.elements(draft, folder).features().attributes().value("group", 0)).isEqualTo("Ventilation 1; Fire cell B");
    }

    @Test
    void coloursByStyleThenMaterial() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String glass = draft.box(1, 0.1, 1);
        draft.add("IFCSTYLEDITEM(" + glass + ",(" + style(draft, "0.,0.5,1.", "0.6") + "),$)");
        draft.element("IFCWINDOW", "window", draft.place(0, 0, 0), glass, draft.box(0.1, 0.1, 1));
        String oak = draft.add("IFCMATERIAL('Oak',$,$)");
        String styled = draft.add("IFCSTYLEDREPRESENTATION(" + draft.context() + ",'Style','Material',("
                + draft.add("IFCSTYLEDITEM($,(" + style(draft, "1.,0.,0.", "0.") + "),$)") + "))");
        draft.add("IFCMATERIALDEFINITIONREPRESENTATION($,$,(" + styled + ")," + oak + ")");
        String column = draft.element("IFCCOLUMN", "column", draft.place(2, 0, 0), draft.box(0.3, 0.3, 3));
        draft.define("IFCRELASSOCIATESMATERIAL", oak, column);
        draft.wall(draft.box(1, 1, 1));

        SolidBatch batch = IfcModelReading.elements(draft, folder);

        assertThat(batch.polygons().polygonArgb()).contains(0x66_00_80_FF, 0, 0xFF_FF_00_00).hasSize(24);
        assertThat(batch.polygons().polygonArgb()[0]).isEqualTo(0x66_00_80_FF);
        assertThat(batch.polygons().polygonArgb()[6]).isZero();
        assertThat(batch.polygons().polygonArgb()[12]).isEqualTo(0xFF_FF_00_00);
        assertThat(SurfaceKind.of(batch.polygons().polygonKind()[0])).isEqualTo(SurfaceKind.WINDOW);
        assertThat(SurfaceKind.of(batch.polygons().polygonKind()[18])).isEqualTo(SurfaceKind.WALL);
    }

    private static String style(IfcDraft draft, String rgb, String transparency) {
        String rendering = draft.add("IFCSURFACESTYLERENDERING(" + draft.add("IFCCOLOURRGB($," + rgb + ")") + "," + transparency
                + ",$,$,$,$,$,$,.FLAT.)");
        return draft.add("IFCPRESENTATIONSTYLEASSIGNMENT((" + draft.add("IFCSURFACESTYLE($,.BOTH.,(" + rendering + "))") + "))");
    }

    @Test
    void keepsSpacesAndStructureApart() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.wall(draft.box(1, 1, 1));
        draft.element("IFCSPACE", "101", draft.place(0, 0, 0), draft.box(3, 3, 2.5));

        RecordingSink sink = IfcModelReading.read(draft, folder);

        assertThat(sink.solids("spaces").kind()).isEqualTo(LayerKind.SPACES);
        assertThat(sink.solids("spaces").features().types()).containsExactly("IfcSpace");
        assertThat(sink.solids("structure").features().types()).containsExactly("IfcProject", "IfcSite", "IfcBuilding", "IfcBuildingStorey");
        assertThat(sink.solids("structure").features().parents()).containsExactly(-1, 0, 1, 2);
        assertThat(sink.solids("elements").features().ids()).hasSize(1);
    }
}
