package org.kvarter.assist;

import java.util.List;
import java.util.stream.IntStream;
import org.kvarter.assist.Check.Kind;
import org.kvarter.assist.Check.Light;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** Whether what buildings use per square metre and year is plausible: green where all are, red where half of them are not. Stateless. */
final class IntensityCheck {

    private static final Texts TEXTS = Texts.in(IntensityCheck.class);

    private IntensityCheck() {
    }

    /**
     * @param subject     quantity or attribute
     * @param intensities by building, NaN where none is known; one at least is
     * @param names       of the buildings
     * @param unit        of the intensities
     */
    static Check of(String subject, Bands.Band band, double[] intensities, List<String> names, String unit) {
        double middle = Math.sqrt(Math.max(0.1, band.least()) * band.most());
        List<Integer> odd = IntStream.range(0, intensities.length).filter(i -> Double.isFinite(intensities[i]) && !band.holds(intensities[i])).boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> -Math.abs(Math.log(Math.max(1e-9, Math.abs(intensities[i])) / middle)))).toList();
        long known = java.util.Arrays.stream(intensities).filter(Double::isFinite).count();
        double median = Spread.of(intensities).median();
        Light light = !band.holds(median) ? Light.RED : odd.isEmpty() ? Light.GREEN : Light.YELLOW;
        String sentence = odd.isEmpty() ? TEXTS.get("check.intensity", Figures.of(median, unit), Figures.of(band.least()), Figures.of(band.most(), unit), known)
                : TEXTS.get("check.intensity.odd", Figures.of(median, unit), Figures.of(band.least()), Figures.of(band.most(), unit), odd.size(), known,
                        names.get(odd.get(0)), Figures.of(intensities[odd.get(0)], unit));
        return new Check(Kind.INTENSITY, light, subject, sentence, odd.stream().map(names::get).toList());
    }
}
