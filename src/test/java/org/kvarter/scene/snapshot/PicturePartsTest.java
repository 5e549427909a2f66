package org.kvarter.scene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturePartsTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2048,2048", "2049,100", "8000,6000"})
    void partsCoverThePictureOnce(int width, int height) {
        long area = 0;
        for (PictureParts.Part part : PictureParts.of(width, height)) {
            assertThat(part.width()).isBetween(1, PictureParts.LONGEST);
            assertThat(part.height()).isBetween(1, PictureParts.LONGEST);
            assertThat(part.left() + part.width()).isLessThanOrEqualTo(width);
            assertThat(part.top() + part.height()).isLessThanOrEqualTo(height);
            area += (long) part.width() * part.height();
        }
        assertThat(area).isEqualTo((long) width * height);
    }

    @Test
    void theSkyShowsThroughWhatIsNotThere() {
        int[] picture = {0xFF102030, 0xFF102030, 0xFF808080};
        PictureParts.over(new int[] {0, 0xFFAABBCC, 0x80400000}, new PictureParts.Part(0, 0, 3, 1), picture, 3);
        assertThat(picture[0]).isEqualTo(0xFF102030);
        assertThat(picture[1]).isEqualTo(0xFFAABBCC);
        assertThat(picture[2]).as("half of grey and a dark red").isEqualTo(0xFF7F3F3F);
    }

    @Test
    void aPngHasThePicturesPixels(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/picture.png");
        new Picture(2, 1, new int[] {0xFF112233, 0xFFFFEEDD}).writePng(file);
        var read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0)).isEqualTo(0xFF112233);
        assertThat(read.getRGB(1, 0)).isEqualTo(0xFFFFEEDD);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
