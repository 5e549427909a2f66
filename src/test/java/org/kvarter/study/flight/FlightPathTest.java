package org.kvarter.study.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Viewpoint;

class FlightPathTest {

    private static final List<Viewpoint> STOPS = List.of(new Viewpoint("a", 0, 0, 100, 350, -30), new Viewpoint("b", 100, 0, 20, 20, -10),
            new Viewpoint("c", 200, 100, 25, 180, -5), new Viewpoint("d", 200, 300, 200, 200, -60));

    @Test
    void itPassesThroughEveryCamera() {
        FlightPath path = new FlightPath(STOPS, 4, 25);
        assertThat(path.frames()).isEqualTo(301);
        for (int i = 0; i < STOPS.size(); i++) {
            Viewpoint at = path.at(100 * i);
            assertThat(new double[] {at.east(), at.north(), at.height(), at.yawDegrees(), at.pitchDegrees()}).containsExactly(
                    new double[] {STOPS.get(i).east(), STOPS.get(i).north(), STOPS.get(i).height(), STOPS.get(i).yawDegrees(), STOPS.get(i).pitchDegrees()},
                    within(1e-9));
        }
    }

    @Test
    void itTurnsTheShortWay() {
        FlightPath path = new FlightPath(STOPS, 1, 20);
        for (int f = 0; f <= 20; f++) {
            double yaw = path.at(f).yawDegrees();
            assertThat(yaw >= 345 || yaw <= 21).as("frame %d: %f", f, yaw).isTrue();
        }
    }

    @Test
    void itNeverGoesBelowTheLowerOfTwoCameras() {
        FlightPath path = new FlightPath(STOPS, 2, 30);
        for (int f = 0; f < path.frames(); f++) {
            int leg = Math.min(2, f / 60);
            double low = Math.min(STOPS.get(leg).height(), STOPS.get(leg + 1).height());
            double high = Math.max(STOPS.get(leg).height(), STOPS.get(leg + 1).height());
            assertThat(path.at(f).height()).isBetween(low - 1e-9, high + 1e-9);
        }
    }

    @Test
    void itSetsOutAndArrivesGently() {
        FlightPath path = new FlightPath(STOPS, 4, 25);
        double first = step(path, 0);
        double middle = step(path, 150);
        double last = step(path, path.frames() - 2);
        assertThat(first).isLessThan(0.1 * middle);
        assertThat(last).isLessThan(0.1 * middle);
        // and no jump at a camera it passes
        assertThat(step(path, 99)).isCloseTo(step(path, 100), within(0.1 * step(path, 100)));
    }

    private static double step(FlightPath path, int frame) {
        Viewpoint a = path.at(frame);
        Viewpoint b = path.at(frame + 1);
        return Math.hypot(Math.hypot(a.east() - b.east(), a.north() - b.north()), a.height() - b.height());
    }

    @Test
    void oneCameraIsOneFrame() {
        FlightPath path = new FlightPath(STOPS.subList(2, 3), 4, 25);
        assertThat(path.frames()).isEqualTo(1);
        assertThat(path.at(0).yawDegrees()).isEqualTo(180);
    }

    @ParameterizedTest
    @CsvSource({"0, 25", "NaN, 25", "700, 25", "4, 0", "4, 500"})
    void flightsThatCannotBeAreRefused(double seconds, int frames) {
        assertThatThrownBy(() -> new FlightPath(STOPS, seconds, frames)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void framesAreNumberedFromOne() {
        assertThat(FrameFiles.of(Path.of("x"), 0).getFileName().toString()).isEqualTo("frame-00001.png");
        assertThat(FrameFiles.film(Path.of("x"), 25)).contains("-framerate 25").contains("frame-%05d.png");
    }
}
