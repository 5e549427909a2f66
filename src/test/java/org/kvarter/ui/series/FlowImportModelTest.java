package org.kvarter.ui.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Settings;

class FlowImportModelTest {

    @TempDir
    Path folder;

    private FlowImportModel look(String name, String text) throws Exception {
        Session session = new Session();
        session.clock().zoneProperty().set(ZoneOffset.UTC);
        Path file = Files.writeString(folder.resolve(name), text);
        return FlowImportModel.look(Workspace.of(session, Districts.inline(), new Settings()), file).join().orElse(null);
    }

    @Test
    void whatIsShownIsWhatIsAskedFor() throws Exception {
        FlowImportModel model = look("counts.csv", "site,direction,class,time,count,total\nK1,N,car,2025-01-16 07:00,1,2\nK1,N,car,2025-01-16 08:00,1,2\n");
        model.setFormat(model.format().withColumns(0, -1, 2, -1, -1).withCsv(model.format().csv().asLong(3, 0, 5).withZone("Europe/Stockholm")));
        model.setSide("left");
        assertThat(model.request().options().settings()).containsAllEntriesOf(Map.of("place", "site", "other", "-", "mode", "class", "count", "total",
                "x", "-", "zone", "Europe/Stockholm", "side", "left", "comma", "false", "label", "start")).doesNotContainKeys("sites", "limit");
    }

    @Test
    void sitesAreNamedFromTheTableBesideThem() throws Exception {
        Path sites = Files.writeString(folder.resolve("counts-sites.csv"), "site,lon,lat\nK1,18,59\n");
        FlowImportModel model = look("counts.csv", "site,direction,time,count\nK1,N,2025-01-16 07:00,1\n");
        assertThat(model.sites()).isEqualTo("counts-sites.csv");
        model.setSites(sites);
        assertThat(model.request().options().settings()).containsEntry("sites", "counts-sites.csv");
    }

    @Test
    void otherTablesAreLeftToSeries() throws Exception {
        assertThat(look("meter.csv", "time,LH-001,LH-002\n2025-01-16 07:00,1,2\n")).isNull();
    }
}
