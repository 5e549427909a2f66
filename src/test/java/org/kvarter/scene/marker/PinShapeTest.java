package org.kvarter.scene.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;

class PinShapeTest {

    private static final Pin PIN = new Pin(new FeatureKey("l", 0), 0, 0, 5);

    /** An eye south of the pin that looks north, a little down. */
    private static Projection from(double metres) {
        return new Projection(new CameraPose(0, -metres, 30, 0, -0.1), 1600, 1000, Math.toRadians(45));
    }

    @ParameterizedTest
    @ValueSource(doubles = {150, 600, 2000})
    void aPinIsOfOneSizeOnTheScreen(double metres) {
        Projection projection = from(metres);
        float[] points = new float[3 * PinShape.POINTS];
        PinShape.points(PIN, projection.pose(), PinShape.radius(PIN, projection, 7), points, 0);
        double[] middle = projection.toScreen(points[0], points[1], points[2]);
        for (int corner = 1; corner <= PinShape.AROUND; corner++) {
            double[] at = projection.toScreen(points[3 * corner], points[3 * corner + 1], points[3 * corner + 2]);
            assertThat(Math.hypot(at[0] - middle[0], at[1] - middle[1])).as("a disc turned to the eye").isCloseTo(7, within(0.6));
        }
    }

    @Test
    void facesStayWithinTheirPin() {
        int[] faces = new int[2 * 9 * PinShape.TRIANGLES];
        PinShape.faces(0, faces);
        PinShape.faces(1, faces);
        for (int f = 0; f < faces.length; f += 3) {
            int pin = f / (9 * PinShape.TRIANGLES);
            assertThat(faces[f]).isBetween(pin * PinShape.POINTS, (pin + 1) * PinShape.POINTS - 1);
            assertThat(faces[f + 2]).isBetween(pin * PinShape.TEXELS, (pin + 1) * PinShape.TEXELS - 1);
        }
        assertThat(Arrays.stream(faces).max().orElse(0)).isEqualTo(2 * PinShape.POINTS - 1);
    }
}
