package org.kvarter.importing.ifc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.ifc.content.Classes.Role;
import org.kvarter.importing.ifc.shape.Affine;
import org.kvarter.importing.ifc.shape.FaceSet;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/** Makes the layers of a model: elements, spaces, ground, structure. */
final class LayerWriter {

    private final IfcModel model;
    private final Place place;
    private final ReadOptions options;
    private final LayerSink sink;
    private final MemoryBudget budget;
    private final DiagnosticTally problems;
    private final DoubleConsumer report;
    private final ProductAttributes attributes;
    private final Texts texts = Texts.in(LayerWriter.class);
    private int done;
    private int drawings;

    LayerWriter(IfcModel model, Place place, ReadOptions options, LayerSink sink, MemoryBudget budget, DiagnosticTally problems,
                DoubleConsumer report) {
        this.model = model;
        this.place = place;
        this.options = options;
        this.sink = sink;
        this.budget = budget;
        this.problems = problems;
        this.report = report;
        this.attributes = new ProductAttributes(model.file(), model.relations(), model.properties(), model.materials(), model.units());
    }

    void write(String title) {
        String name = FileNames.readable(title);
        List<Integer> parents = new ArrayList<>();
        List<Product> elements = Products.families(model.products().of(Role.ELEMENT), model.relations(), model.file(), parents);
        solids("elements", name, LayerKind.BUILDING_ELEMENTS, elements, parents);
        List<Product> spaces = model.products().of(Role.SPACE);
        solids("spaces", texts.get("layer.spaces", name), LayerKind.SPACES, spaces, Collections.nCopies(spaces.size(), -1));
        List<Product> ground = model.products().of(Role.GROUND);
        solids("site", texts.get("layer.site", name), LayerKind.RELIEF, ground.stream().filter(p -> p.representation() >= 0).toList(),
                Collections.nCopies(ground.size(), -1));
        structure(name);
        drawings += (int) model.products().of(Role.NOTHING).stream().filter(p -> p.type().equals("IFCANNOTATION")).count();
        if (drawings > 0) {
            problems.add(Severity.INFO, "drawings", "", drawings);
        }
        if (attributes.leftOut() > 0) {
            problems.add(Severity.WARNING, "attributes.tooMany", "", attributes.leftOut());
        }
    }

    private void solids(String layer, String title, LayerKind kind, List<Product> products, List<Integer> parents) {
        if (products.isEmpty() || !options.wantsLayer(layer)) {
            return;
        }
        LayerBuilder builder = new LayerBuilder(model.file(), budget);
        int[] rows = new int[products.size()];
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            int parent = parents.get(i) < 0 ? -1 : rows[parents.get(i)];
            rows[i] = add(product, parent, builder);
            if (++done % 64 == 0) {
                report.accept(Math.min(1, done / (double) model.products().all().size()));
            }
        }
        if (builder.size() > 0) {
            sink.solids(new SolidBatch(layer, title, kind, HeightReference.FIXED, builder.features(), builder.polygons()));
        }
    }

    /** Adds a product with its shape; answers its row, −1 where it lies outside of the box asked for. */
    private int add(Product product, int parent, LayerBuilder builder) {
        Affine placement = product.representation() < 0 ? Affine.IDENTITY : model.shapes().placement(product);
        List<FaceSet> bodies = placement == null || product.representation() < 0 ? List.of() : model.shapes().bodies(product, placement);
        Affine to = placement == null ? place.toCrs() : place.toCrs().times(placement);
        if (options.bbox().isPresent() && !isWanted(bodies, to)) {
            return -1;
        }
        int row = builder.feature(product, parent);
        attributes.write(product, row, builder.attributes, builder.columnUnits);
        int argb = bodies.isEmpty() ? 0 : model.materials().argb(product.entity());
        for (FaceSet body : bodies) {
            builder.body(product, body, to, argb);
        }
        return row;
    }

    private boolean isWanted(List<FaceSet> bodies, Affine to) {
        for (FaceSet body : bodies) {
            double[] box = body.moved(to).box();
            if (options.accepts(box[0], box[1], box[3], box[4])) {
                return true;
            }
        }
        return false;
    }

    /** Project, site, building and storeys without geometry, so that what is said of them is kept. */
    private void structure(String name) {
        List<Product> all = new ArrayList<>(model.products().of(Role.STRUCTURE));
        model.products().of(Role.GROUND).stream().filter(p -> p.type().equals("IFCSITE")).forEach(all::add);
        all.sort((a, b) -> Integer.compare(a.entity(), b.entity()));
        if (all.isEmpty() || !options.wantsLayer("structure") || options.bbox().isPresent()) {
            return;
        }
        Map<Integer, Integer> rows = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            rows.put(all.get(i).entity(), i);
        }
        LayerBuilder builder = new LayerBuilder(model.file(), budget);
        for (Product product : all) {
            int whole = rows.getOrDefault(model.relations().whole(product.entity()), -1);
            int row = builder.feature(product, whole == builder.size() ? -1 : whole);
            attributes.write(product, row, builder.attributes, builder.columnUnits);
        }
        sink.solids(new SolidBatch("structure", texts.get("layer.structure", name), LayerKind.OTHER, HeightReference.FIXED, builder.features(),
                builder.polygons()));
    }
}
