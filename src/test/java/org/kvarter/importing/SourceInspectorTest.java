package org.kvarter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.model.LayerKind;
import org.kvarter.task.Progress;

class SourceInspectorTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @Test
    void tellsWhatIsInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("town.json"), "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"metadata\":{\"referenceSystem\":"
                + "\"https://www.opengis.net/def/crs/EPSG/0/3011\"},\"transform\":{\"scale\":[1,1,1],\"translate\":[100,200,5]},"
                + "\"vertices\":[[0,0,0],[9,0,0],[9,9,3]],\"CityObjects\":{\"a\":{\"type\":\"Building\",\"attributes\":{\"measuredHeight\":3.5,"
                + "\"storeys\":2,\"name\":\"A\"},\"geometry\":[{\"type\":\"MultiSurface\",\"lod\":\"2.2\",\"boundaries\":[[[0,1,2]],[[2,1,0]]]}]},"
                + "\"b\":{\"type\":\"BuildingPart\",\"attributes\":{\"storeys\":\"two\"}},\"c\":{\"type\":\"Road\",\"attributes\":{\"name\":true}}}}");

        SourceInfo info = SourceInspector.ofInstalled().inspect(file, ReadOptions.DEFAULT, Progress.NONE);

        assertThat(info.format()).isEqualTo("CityJSON");
        assertThat(info.version()).isEqualTo("2.0");
        assertThat(info.crs()).contains("https://www.opengis.net/def/crs/EPSG/0/3011");
        assertThat(info.counts()).isEqualTo(Map.of("Building", 1, "BuildingPart", 1, "Road", 1));
        assertThat(info.lods()).containsExactly("2.2");
        assertThat(info.extent()).containsExactly(100, 200, 5, 109, 209, 8);
        assertThat(info.attributes()).containsExactlyInAnyOrder(
                new SourceInfo.Attribute("measuredHeight", SourceInfo.ValueType.NUMBER, "m"),
                new SourceInfo.Attribute("storeys", SourceInfo.ValueType.TEXT, ""),
                new SourceInfo.Attribute("name", SourceInfo.ValueType.TEXT, ""));
        assertThat(info.layers()).extracting(SourceInfo.LayerInfo::kind, SourceInfo.LayerInfo::features, SourceInfo.LayerInfo::polygons)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(LayerKind.BUILDINGS, 2, 2),
                        org.assertj.core.groups.Tuple.tuple(LayerKind.STREETS, 1, 0));
    }

    @Test
    void saysInASentenceWhatItCannotOpen() throws Exception {
        SourceInspector inspector = SourceInspector.ofInstalled();
        Path unknown = Files.writeString(folder.resolve("a.qqq"), "hello");

        assertThatThrownBy(() -> inspector.inspect(unknown, ReadOptions.DEFAULT, Progress.NONE)).isInstanceOf(ImportException.class)
                .hasMessageStartingWith("a.qqq is of a format that this version does not know");
        assertThatThrownBy(() -> inspector.inspect(folder.resolve("gone.json"), ReadOptions.DEFAULT, Progress.NONE))
                .isInstanceOf(ImportException.class).hasMessageStartingWith("gone.json cannot be opened");
    }
}
