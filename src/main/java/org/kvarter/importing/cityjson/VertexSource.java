package org.kvarter.importing.cityjson;

/** Vertices by number in source coordinates. */
interface VertexSource {

    int count();

    /** Coordinate {@code axis} (0 east, 1 north, 2 height) of a vertex; not finite where it could not be read. */
    double get(int vertex, int axis);

    /** The vertices of a document after its transform. */
    static VertexSource of(VertexStore vertices, Transform transform) {
        return new VertexSource() {
            @Override
            public int count() {
                return vertices.count();
            }

            @Override
            public double get(int vertex, int axis) {
                return transform.apply(axis, vertices.get(vertex, axis));
            }
        };
    }
}
