package org.kvarter.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scene.snapshot.Picture;

class PairPictureTest {

    @Test
    void theMiddleOfAPictureIsCutOutOfEveryRow() {
        Picture whole = new Picture(5, 2, new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        assertThat(PairPicture.middle(whole, 3).argb()).containsExactly(2, 3, 4, 7, 8, 9);
        assertThat(PairPicture.halves(1921)).containsExactly(960, 961);
    }

    @Test
    void theTwoScenariosChangePlacesAndBack() {
        ScenarioBook book = new ScenarioBook(List.of(Scenario.empty("a", "A"), Scenario.empty("b", "B")), List.of(), List.of(), "a",
                new Pair("b", Pair.Mode.SPLIT));
        ScenarioBook other = PairPicture.swapped(book);
        assertThat(other.active()).isEqualTo("b");
        assertThat(other.compared().with()).isEqualTo("a");
        assertThat(PairPicture.swapped(other)).isEqualTo(book);
    }
}
