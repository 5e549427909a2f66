package org.kvarter.importing.ifc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.importing.ifc.content.Classes;
import org.kvarter.importing.ifc.content.Relations;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** Finds the products of a file, also those of classes that are not known, and puts the parts of elements behind their wholes. */
final class Products {

    private static final int DEEPEST = 64;

    private final StepFile file;
    private final List<Product> all = new ArrayList<>();

    Products(StepFile file) {
        this.file = file;
        for (String type : file.types()) {
            Classes.Role role = Classes.role(type);
            int[] entities = file.ofType(type);
            if (role == null && looksLikeProduct(entities)) {
                role = Classes.Role.ELEMENT;
            }
            if (role != null) {
                for (int entity : entities) {
                    all.add(Product.of(file, entity, role));
                }
            }
        }
        all.sort((a, b) -> Integer.compare(a.entity(), b.entity()));
    }

    /** A root with a placement and a shape where products have them. */
    private boolean looksLikeProduct(int[] entities) {
        for (int i = 0; i < Math.min(5, entities.length); i++) {
            StepRow row = file.row(entities[i]);
            if (file.type(row.ref(6)).equals("IFCPRODUCTDEFINITIONSHAPE") && row.text(0).length() == 22) {
                return true;
            }
        }
        return false;
    }

    List<Product> of(Classes.Role role) {
        return all.stream().filter(p -> p.role() == role).toList();
    }

    List<Product> all() {
        return all;
    }

    /**
     * The elements with the parts of each behind it, and per element the place of the whole in the list, −1 for none.
     *
     * @param parents receives the places
     */
    static List<Product> families(List<Product> elements, Relations relations, StepFile file, List<Integer> parents) {
        int[] place = new int[file.size()];
        Arrays.fill(place, -1);
        boolean[] isElement = new boolean[file.size()];
        elements.forEach(p -> isElement[p.entity()] = true);
        List<Product> ordered = new ArrayList<>(elements.size());
        for (int round = 0; round < 2; round++) {
            for (Product product : elements) {
                int whole = relations.whole(product.entity());
                // in the second round those that are parts of one another in a ring
                if (place[product.entity()] < 0 && (whole < 0 || !isElement[whole] || round == 1)) {
                    add(product, -1, 0, relations, file, isElement, place, ordered, parents);
                }
            }
        }
        return ordered;
    }

    private static void add(Product product, int parent, int depth, Relations relations, StepFile file, boolean[] isElement, int[] place,
                            List<Product> ordered, List<Integer> parents) {
        place[product.entity()] = ordered.size();
        int own = ordered.size();
        ordered.add(product);
        parents.add(parent);
        if (depth >= DEEPEST) {
            return;
        }
        for (int part : relations.parts(product.entity())) {
            if (isElement[part] && place[part] < 0) {
                add(Product.of(file, part, product.role()), own, depth + 1, relations, file, isElement, place, ordered, parents);
            }
        }
    }
}
