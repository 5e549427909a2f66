package org.kvarter.ui.overlays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvarter.overlay.ColorScale;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesValues;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Districts;

class OverlaysModelTest {

    private final Session session = Districts.session();
    private final OverlaysModel model = new OverlaysModel(session);
    private final PaintingModel painting = new PaintingModel(session, Districts.inline());

    private OverlaysModel.Choice choice(String title) {
        return model.choices(session.layer("buildings").orElseThrow()).stream().filter(c -> c.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void aScaleSuitsItsValues() {
        assertThat(model.add(choice("use")).scale().method()).isEqualTo(ScaleSpec.Method.CATEGORIES);
        assertThat(model.add(choice("balance")).scale().ramp()).isEqualTo("diverging");
        assertThat(model.add(choice("area")).scale().ramp()).isEqualTo("energy");
    }

    @Test
    void paintsAtOnceAndTellsNoDataApart() {
        model.add(choice("area"));
        Painted painted = painting.paintedProperty().get();
        assertThat(painted.layerId()).isEqualTo("buildings");
        assertThat(painted.argb()[3]).isEqualTo(ColorScale.NO_DATA);
        assertThat(painted.argb()[0]).isNotEqualTo(painted.argb()[1]).isNotEqualTo(ColorScale.NO_DATA);
        assertThat(painted.argb()[2]).as("a part takes its building's colour").isEqualTo(painted.argb()[1]);
        assertThat(painted.legend()).isPresent();
    }

    @Test
    void undoTakesTheColoursAway() {
        model.add(choice("area"));
        session.undo().undo();
        assertThat(session.overlays()).isEmpty();
        assertThat(painting.paintedProperty().get()).isEqualTo(Painted.NOTHING);
    }

    @Test
    void anotherNameIsInTheLanguageOfTheWindowAndOtherLanguagesStay() {
        LocalText both = new LocalText(Map.of("en", "Area", "sv", "Yta"));
        OverlaySpec spec = model.add(choice("area"));
        session.overlays().set(0, new OverlaySpec(spec.id(), both, spec.layerId(), spec.values(), "", spec.unit(), spec.scale()));
        String language = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        model.setTitle(session.overlays().get(0), "Floors", "m²");
        assertThat(session.overlays().get(0).titles()).isEqualTo(both.with(Locale.forLanguageTag(language), "Floors"));
        model.setDivisor(session.overlays().get(0), "storeys");
        assertThat(session.overlays().get(0).titles().byLanguage()).hasSameSizeAs(both.with(Locale.forLanguageTag(language), "F").byLanguage());
    }

    @Test
    void oneColourPerValueIsOfferedWhereItIsKept() {
        OverlaySpec area = model.add(choice("area"));
        assertThat(model.methods(area)).containsExactly(ScaleSpec.Method.values());
        assertThat(model.methods(model.add(choice("use")))).containsExactly(ScaleSpec.Method.CATEGORIES);
        ScaleSpec categories = model.add(choice("use")).scale();
        OverlaySpec series = new OverlaySpec("s", "S", "buildings", new ValueSource.Series("s", SeriesValues.Aggregation.SUM), "", "kWh", categories);
        assertThat(model.methods(series)).contains(ScaleSpec.Method.CONTINUOUS).doesNotContain(ScaleSpec.Method.CATEGORIES);
        assertThat(model.method(series)).isEqualTo(ScaleSpec.Method.CONTINUOUS);
        assertThat(model.method(area)).isEqualTo(area.scale().method());
    }

    @Test
    void dividingNamesTheUnit() {
        OverlaySpec spec = model.add(choice("storeys"));
        model.setDivisor(spec, "area");
        OverlaySpec now = session.overlays().get(0);
        assertThat(now.perAttribute()).isEqualTo("area");
        assertThat(now.unit()).isEqualTo("/m²");
    }
}
