package org.kvarter.assist;

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
    static String title(ImportRecipe recipe, Survey survey, int slot) {
        return isAlone(survey) ? recipe.name() : recipe.name() + " – " + survey.quantities().get(slot).quantity();
    }

    private static boolean isAlone(Survey survey) {
        return survey.quantities().size() == 1;
    }
}
