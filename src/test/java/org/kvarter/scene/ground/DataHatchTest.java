package org.kvarter.scene.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DataHatchTest {

    /** Pixels of a picture of 100 m by 100 m that are hatched. */
    private static BufferedImage hatched(boolean once, Rectangle2D... shapes) {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        for (Rectangle2D shape : shapes) {
            DataHatch.fill(pen, shape, 1, 0xFFFFFFFF, once);
        }
        pen.dispose();
        return image;
    }

    private static int count(BufferedImage image) {
        int count = 0;
        for (int p = 0; p < 10_000; p++) {
            count += image.getRGB(p % 100, p / 100) != 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    void whatIsAssumedIsHatchedMoreThanWhatIsModelled() {
        Rectangle2D all = new Rectangle2D.Double(0, 0, 100, 100);
        int modelled = count(hatched(true, all));
        assertThat(modelled).isBetween(1_500, 5_000);
        assertThat(count(hatched(false, all))).isGreaterThan(modelled * 5 / 4);
    }

    @Test
    void staysWithinTheAreaAndGoesOnInItsNeighbour() {
        BufferedImage half = hatched(true, new Rectangle2D.Double(0, 0, 50, 100));
        for (int y = 0; y < 100; y++) {
            assertThat(half.getRGB(60, y)).isZero();
        }
        assertThat(count(hatched(true, new Rectangle2D.Double(0, 0, 50, 100), new Rectangle2D.Double(50, 0, 50, 100)))).isEqualTo(count(hatched(true, new Rectangle2D.Double(0, 0, 100, 100))));
    }

    @Test
    void anAreaTooLargeForItsLinesIsLeftPlain() {
        assertThat(count(hatched(true, new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6)))).isZero();
    }
}
