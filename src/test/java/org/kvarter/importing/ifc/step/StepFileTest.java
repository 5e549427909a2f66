package org.kvarter.importing.ifc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.arrays.MemoryBudget;

class StepFileTest {

    private static StepFile file(String data) throws StepFormatException {
        String text = "ISO-10303-21;HEADER;FILE_SCHEMA(('IFC4'));ENDSEC;DATA;" + data + "ENDSEC;END-ISO-10303-21;";
        return StepIndexer.index(text.getBytes(StandardCharsets.UTF_8), new MemoryBudget(1 << 30), () -> { });
    }

    private static StepRow row(String arguments) throws StepFormatException {
        StepFile file = file("#1=IFCTEST(" + arguments + ");#2=IFCOTHER();");
        return file.row(file.find(1));
    }

    @ParameterizedTest
    @CsvSource({"1., 1", "-0.5, -0.5", "1.E3, 1000", "1.5E-7, 1.5E-7", "123456789.123456789, 123456789.123456789", "0.1, 0.1", ".5, 0.5",
        "4.9E-324, 4.9E-324", "179769313486231570000000000000000., 1.7976931348623157E32", "+7, 7", "0.30000000000000004, 0.30000000000000004",
        "12345678901234567890., 12345678901234567890", "1.0000000000000002, 1.0000000000000002"})
    void readsNumbersAsJavaDoes(String text, double value) throws Exception {
        assertThat(row(text).number(0)).isEqualTo(value);
    }

    @Test
    void readsArgumentsOfAllKinds() throws Exception {
        StepRow row = row("$, * ,'It''s \\X2\\00E500E4\\X0\\ \\X\\F6 \\S\\v \\\\', .ENUM. ,#2,(#2,#1,#77), IFCLABEL('x') ,(1.,(2.,3.)),IFCBOOLEAN(.T.),7,/* c */ 8.");

        assertThat(row.size()).isEqualTo(11);
        assertThat(row.has(0)).isFalse();
        assertThat(row.has(1)).isFalse();
        assertThat(row.text(2)).isEqualTo("It's åä ö ö \\");
        assertThat(row.enumeration(3)).isEqualTo("ENUM");
        assertThat(row.ref(4)).isEqualTo(1);
        assertThat(row.refs(5)).containsExactly(1, 0, -1);
        assertThat(row.valueType(6)).isEqualTo("IFCLABEL");
        assertThat(row.value(6)).isEqualTo("x");
        assertThat(row.numbers(7)).containsExactly(1, 2, 3);
        assertThat(row.value(8)).isEqualTo(true);
        assertThat(row.value(9)).isEqualTo(7L);
        assertThat(row.value(10)).isEqualTo(8.0);
        assertThat(row.number(99)).isNaN();
        assertThat(row.ref(99)).isEqualTo(-1);
    }

    @Test
    void findsInstancesWhateverTheirNumbers() throws Exception {
        StepFile file = file("#2000000000=IFCA();#7=IFCB();/* #8=IFCC(); */#7=IFCD(('#9=IFCE();'));\n#30 = ifca ( ) ;");

        assertThat(file.size()).isEqualTo(4);
        assertThat(file.type(file.find(2_000_000_000))).isEqualTo("IFCA");
        assertThat(file.type(file.find(7))).as("the first of two").isEqualTo("IFCB");
        assertThat(file.find(8)).isEqualTo(-1);
        assertThat(file.find(9)).isEqualTo(-1);
        assertThat(file.ofType("IFCA")).hasSize(2);
        assertThat(file.damage().duplicates()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoStepFile() {
        assertThatThrownBy(() -> StepIndexer.index("hello".getBytes(StandardCharsets.UTF_8), new MemoryBudget(1 << 20), () -> { }))
                .isInstanceOf(StepFormatException.class);
    }
}
