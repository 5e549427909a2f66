package org.kvarter.app.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.cli.CommandException;
import org.kvarter.cli.RenderJob;

/** {@code kvarter render --scenario}: two houses coloured by their storeys, a scenario that takes one away and raises the other. */
class PictureMakerTest {

    private static final String HOUSE = "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"building\":\"yes\",\"height\":10,\"storeys\":%d},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%3$d,6579000],[%4$d,6579000],[%4$d,6579020],[%3$d,6579020],[%3$d,6579000]]]}}";
    private static final String MODEL = "{\"type\":\"Feature\",\"id\":\"M\",\"properties\":{\"building\":\"yes\",\"height\":30},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[153040,6579000],[153060,6579000],[153060,6579020],[153040,6579020],[153040,6579000]]]}}";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException alreadyRunning) {
            // another test class has started it
        }
    }

    private Path project() throws Exception {
        String collection = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3011\"}},\"features\":[%s]}";
        Files.writeString(folder.resolve("houses.geojson"), collection.formatted(HOUSE.formatted("H1", 1, 153000, 153020) + "," + HOUSE.formatted("H2", 9, 153080, 153100)));
        Files.writeString(folder.resolve("proposal.geojson"), collection.formatted(MODEL));
        String houses = "{\"layerId\":\"houses\",\"filter\":\"\",\"features\":[\"%s\"]}";
        return Files.writeString(folder.resolve("kvarter.json"), """
                {"format":"kvarter-project","version":1,"name":"Two","sources":[{"file":"houses.geojson"},{"file":"proposal.geojson"}],
                "layers":[{"id":"houses","title":"Houses","visible":true,"opacity":1},{"id":"proposal","title":"Proposal","visible":false,"opacity":1}],
                "overlays":[{"id":"storeys","title":"Storeys","layerId":"houses","values":{"kind":"attribute","attribute":"storeys"},"perAttribute":"","unit":"",
                "scale":{"method":"CONTINUOUS","ramp":"energy","reversed":false,"classes":5,"minimum":0.0,"maximum":10.0,"breaks":[]}}],"activeOverlay":"storeys",
                "scenarios":{"scenarios":[{"id":"new","name":"New house","measures":[{"kind":"demolish","area":%s},
                {"kind":"attribute","area":%s,"attribute":"storeys","way":"SET","amount":"1"},{"kind":"layer","layerId":"proposal","shown":true}]}],"kpis":[],"notes":[],"active":""}}
                """.formatted(houses.formatted("H1"), houses.formatted("H2")));
    }

    private BufferedImage draw(Path project, String name, String scenario) throws Exception {
        Path out = folder.resolve(name + ".png");
        // straight down from 100 m: the three places lie 40 m apart in a row
        RenderJob.Picture picture = new RenderJob.Picture(out, Optional.empty(), Optional.of(new double[] {153050, 6579010, 140, 0, -90}), Optional.empty(),
                Optional.empty(), false, Optional.ofNullable(scenario), Optional.empty(), "", false, false);
        PictureMaker.draw(new RenderJob(List.of(project), Optional.empty(), List.of(picture), 400, 300), Platform::runLater, folder.resolve("unpacked"));
        return ImageIO.read(out.toFile());
    }

    /** Mean red, green and blue of the small square about the roof of a house. */
    private static double[] at(BufferedImage image, int metresEast) {
        double pixelsPerMetre = 300 / (2 * 140 * Math.tan(Math.toRadians(20)));
        int x = (int) (200 + metresEast * pixelsPerMetre);
        double[] sum = new double[3];
        for (int i = -2; i <= 2; i++) {
            int rgb = image.getRGB(x + i, 150);
            sum[0] += (rgb >> 16 & 0xFF) / 5.0;
            sum[1] += (rgb >> 8 & 0xFF) / 5.0;
            sum[2] += (rgb & 0xFF) / 5.0;
        }
        return sum;
    }

    private static double apart(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
    }

    @Test
    void drawsWhatAScenarioTakesAwayColoursAndBuilds() throws Exception {
        Path project = project();
        BufferedImage today = draw(project, "today", null);
        BufferedImage then = draw(project, "then", "New house");
        BufferedImage none = draw(project, "none", "none");
        assertThat(apart(at(today, -40), at(then, -40))).as("H1 is taken down").isGreaterThan(20);
        assertThat(apart(at(today, 40), at(then, 40))).as("H2 has another value, hence another colour").isGreaterThan(20);
        assertThat(apart(at(today, -40), at(then, 40))).as("that of the one storey H1 has today").isLessThan(12);
        assertThat(apart(at(today, 0), at(then, 0))).as("the proposal stands between them").isGreaterThan(20);
        assertThat(apart(at(today, -40), at(none, -40)) + apart(at(today, 40), at(none, 40))).isLessThan(12);
    }

    @Test
    void aScenarioThatIsNotThereIsToldWithThoseThatAre() throws Exception {
        Path project = project();
        assertThatThrownBy(() -> draw(project, "x", "Old house")).isInstanceOf(CommandException.class).hasMessageContaining("Old house").hasMessageContaining("New house");
    }
}
