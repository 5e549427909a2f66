package org.kvarter.assist;

import org.kvarter.text.LocalText;

/** What the series of a table are called, one per quantity. Stateless. */
final class SeriesNames {

    private SeriesNames() {
    }

    /** The id of a slot's series, distinct in its recipe. */
    static String id(ImportRecipe recipe, Survey survey, int slot) {
        Survey.Quantity quantity = survey.quantities().get(slot);
        boolean same = survey.quantities().stream().filter(q -> q.quantity().equals(quantity.quantity())).count() > 1;
        return isAlone(survey) ? recipe.id() : recipe.id() + "-" + Recognition.id(quantity.quantity() + (same ? " " + quantity.unit() : ""));
    }

    /** What people call it. */
    static LocalText title(ImportRecipe recipe, Survey survey, int slot) {
        return isAlone(survey) ? LocalText.of(recipe.name()) : QuantityNames.in(survey.quantities().get(slot).quantity(), q -> recipe.name() + " – " + q);
    }

    private static boolean isAlone(Survey survey) {
        return survey.quantities().size() == 1;
    }
}
