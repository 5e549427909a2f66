package org.kvarter.importing.ifc;

import org.kvarter.importing.ifc.content.Classes;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/**
 * A product of the file.
 *
 * @param entity         its instance
 * @param type           upper-case class
 * @param role           what is made of it
 * @param placement      its object placement, −1 for none
 * @param representation its product definition shape, −1 for none
 */
record Product(int entity, String type, Classes.Role role, int placement, int representation) {

    static Product of(StepFile file, int entity, Classes.Role role) {
        StepRow row = file.row(entity);
        boolean project = row.type().equals("IFCPROJECT") || row.type().equals("IFCPROJECTLIBRARY");
        return new Product(entity, row.type(), role, project ? -1 : row.ref(5), project ? -1 : row.ref(6));
    }

    /** {@code #123 IfcWall 'name'}, as a person finds it in the file. */
    static String label(StepFile file, int entity) {
        return "#" + file.id(entity) + " " + Classes.spelled(file.type(entity)) + " '" + file.row(entity).text(2) + "'";
    }
}
