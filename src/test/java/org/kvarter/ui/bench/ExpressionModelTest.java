package org.kvarter.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Bench;
import org.kvarter.session.bench.Workings;
import org.kvarter.ui.Districts;

class ExpressionModelTest {

    private final Session session = Bench.session();
    private final Workings workings = new Workings(session, Districts.inline());

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private ExpressionModel model(DerivedColumn before) {
        return new ExpressionModel(session, workings, Districts.inline(), before);
    }

    @Test
    void showsFirstValuesAndHowManyThereAre() {
        ExpressionModel model = model(new DerivedColumn(Bench.HOUSES, "", "", ""));
        model.type("heat / households", "");
        ExpressionModel.Preview preview = model.previewProperty().get();
        assertThat(preview.lines().get(1)).containsExactly("w2", "1500\u00a0kWh");
        assertThat(preview.present()).isEqualTo(5);
        assertThat(preview.total()).isEqualTo(6);
        assertThat(preview.unit()).isEqualTo("kWh");
    }

    @Test
    void showsTroubleWhereItIs() {
        ExpressionModel model = model(new DerivedColumn(Bench.HOUSES, "", "", ""));
        model.type("heat + area", "");
        assertThat(model.previewProperty().get().problem()).contains("kWh").contains("m²");
        assertThat(model.previewProperty().get().column()).isEqualTo(6);
        model.type("heat / area", "kW");
        assertThat(model.previewProperty().get().problem()).contains("kW");
    }

    @Test
    void aNameIsFreeOrRefused() {
        workings.put(new DerivedColumn(Bench.HOUSES, "specific", "", "heat / area"));
        ExpressionModel change = model(new DerivedColumn(Bench.HOUSES, "specific", "", "heat / area"));
        assertThat(change.nameProblem("specific")).as("its own").isEmpty();
        assertThat(change.nameProblem("heat")).isNotEmpty();
        assertThat(change.nameProblem(" ")).isNotEmpty();
        change.apply("per area", "", "heat / area * 2");
        assertThat(session.layer(Bench.HOUSES).orElseThrow().features().attributes().names()).contains("per area").doesNotContain("specific");
        session.undo().undo();
        assertThat(session.layer(Bench.HOUSES).orElseThrow().features().attributes().names()).contains("specific").doesNotContain("per area");
    }

    @Test
    void proposesWhatGoesOn() {
        ExpressionModel model = model(new DerivedColumn(Bench.HOUSES, "", "", ""));
        assertThat(model.completions("heat / ar")).containsExactly("area");
        assertThat(model.completions("2 * to")).containsExactly("total(\"");
        assertThat(model.completions("total(\"El")).containsExactly("Electricity\"");
        assertThat(model.examples()).isNotEmpty().allSatisfy(e -> {
            model.type(e, "");
            assertThat(model.previewProperty().get().problem()).as(e).isEmpty();
        });
    }
}
