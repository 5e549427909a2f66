package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvarter.assist.Check.Kind;
import org.kvarter.assist.Check.Light;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.text.Texts;

/** Whether attributes can be true: numbers far from all others, and energies of a year against floor areas. Stateless. */
final class AttributeChecks {

    private static final Texts TEXTS = Texts.in(AttributeChecks.class);
    private static final int LEAST = 24;
    private static final double FAR_RANGES = 10;

    private AttributeChecks() {
    }

    /** All checks of imported columns; {@code layer} may be {@code null}. */
    static void of(List<AttributeColumn> columns, TwinLayer layer, List<Check> checks) {
        Optional<AttributeColumn> areas = FloorAreas.find(columns, layer);
        for (AttributeColumn column : columns) {
            if (column instanceof NumberColumn numbers && numbers.type() != NumberColumn.Type.BOOLEAN) {
                outliers(numbers, layer, checks);
                energies(numbers, areas, layer, checks);
            }
        }
    }

    private static void outliers(NumberColumn column, TwinLayer layer, List<Check> checks) {
        long present = Arrays.stream(column.values()).filter(Double::isFinite).count();
        if (present < LEAST) {
            return;
        }
        Spread spread = Spread.of(column.values());
        List<String> far = ids(column, layer, value -> spread.isFar(value, FAR_RANGES));
        checks.add(new Check(Kind.OUTLIERS, far.isEmpty() ? Light.GREEN : Light.YELLOW, column.name(),
                far.isEmpty() ? TEXTS.get("check.outliers.none") : TEXTS.get("check.attributeOutliers", far.size(), column.name()), far));
    }

    /** A column of energies is taken for those of a year; one of energies per square metre is compared as it stands. */
    private static void energies(NumberColumn column, Optional<AttributeColumn> areas, TwinLayer layer, List<Check> checks) {
        Unit unit = Units.parse(column.unit()).orElse(null);
        boolean perArea = unit != null && unit.dimension() == Dimension.INTENSITY;
        if (unit == null || !perArea && (unit.dimension() != Dimension.ENERGY || areas.isEmpty())) {
            return;
        }
        String quantity = QuantityWords.find(column.name()).filter(q -> Bands.intensity(q).isPresent()).orElse("energy");
        Bands.Band band = Bands.intensity(quantity).orElseThrow();
        double[] intensities = new double[column.size()];
        for (int row = 0; row < intensities.length; row++) {
            double area = perArea ? 1 : areas.get().number(row);
            intensities[row] = area > 0 ? column.number(row) * unit.factor() / area : Double.NaN;
        }
        if (Arrays.stream(intensities).noneMatch(Double::isFinite)) {
            return;
        }
        List<String> names = IntStream.range(0, intensities.length).mapToObj(row -> name(layer, row)).toList();
        checks.add(IntensityCheck.of(column.name(), band, intensities, names, "kWh/m²"));
    }

    private static String name(TwinLayer layer, int row) {
        return layer == null ? Integer.toString(row + 1) : layer.features().ids()[row];
    }

    private static List<String> ids(NumberColumn column, TwinLayer layer, java.util.function.DoublePredicate odd) {
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            if (Double.isFinite(column.number(row)) && odd.test(column.number(row))) {
                ids.add(name(layer, row));
            }
        }
        return ids;
    }
}
