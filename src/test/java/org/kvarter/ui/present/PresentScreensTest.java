package org.kvarter.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentScreensTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 900);
    private static final Rectangle2D PROJECTOR = new Rectangle2D(1440, 0, 1920, 1080);

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1500, 100, false", "1300, 0, false", "300, 40, true", "-5000, 0, true"})
    void theWindowsScreenIsThePresenters(double x, double y, boolean laptopIsPresenters) {
        PresentScreens screens = PresentScreens.of(List.of(LAPTOP, PROJECTOR), new Rectangle2D(x, y, 1200, 800));
        assertThat(screens.presenter()).isEqualTo(laptopIsPresenters ? LAPTOP : PROJECTOR);
        assertThat(screens.audience()).isEqualTo(laptopIsPresenters ? PROJECTOR : LAPTOP);
        assertThat(screens.isOne()).isFalse();
    }

    @Test
    void oneScreenIsTheAudiences() {
        PresentScreens screens = PresentScreens.of(List.of(LAPTOP), new Rectangle2D(10, 10, 800, 600));
        assertThat(screens.audience()).isEqualTo(LAPTOP);
        assertThat(screens.isOne()).isTrue();
    }
}
