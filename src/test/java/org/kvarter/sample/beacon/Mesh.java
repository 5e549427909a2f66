package org.kvarter.sample.beacon;

import java.util.ArrayList;
import java.util.List;

/** Triangles while they are drawn: y up, corners counter-clockwise as seen from outside. */
final class Mesh {
    final List<float[]> positions = new ArrayList<>();
    final List<float[]> places = new ArrayList<>();
    final List<Integer> indices = new ArrayList<>();

    /**
     * A body of revolution about the y axis.
     *
     * @param segments around it
     * @param profile  radius and height in turn, from the foot up along the outside
     */
    static Mesh turned(int segments, double... profile) {
        Mesh mesh = new Mesh();
        int rings = profile.length / 2;
        double low = profile[1];
        double high = profile[profile.length - 1];
        for (int ring = 0; ring < rings; ring++) {
            for (int i = 0; i <= segments; i++) {
                double angle = 2 * StrictMath.PI * i / segments;
                double r = profile[2 * ring];
                double y = profile[2 * ring + 1];
                mesh.positions.add(new float[] {(float) (r * StrictMath.cos(angle)), (float) y, (float) (-r * StrictMath.sin(angle))});
                mesh.places.add(new float[] {(float) i / segments, (float) (1 - (y - low) / (high - low))});
            }
        }
        for (int ring = 0; ring + 1 < rings; ring++) {
            for (int i = 0; i < segments; i++) {
                int a = ring * (segments + 1) + i;
                int b = a + segments + 1;
                if (profile[2 * ring] > 0) {
                    mesh.indices.addAll(List.of(a, a + 1, b + 1));
                }
                if (profile[2 * ring + 2] > 0) {
                    mesh.indices.addAll(List.of(a, b + 1, b));
                }
            }
        }
        return mesh;
    }

    /** A box about the origin in x and z, from y = 0 up. */
    static Mesh box(double wide, double high, double deep) {
        Mesh mesh = new Mesh();
        double x = wide / 2;
        double z = deep / 2;
        mesh.quad(-x, 0, z, x, 0, z, x, high, z, -x, high, z);
        mesh.quad(x, 0, -z, -x, 0, -z, -x, high, -z, x, high, -z);
        mesh.quad(x, 0, z, x, 0, -z, x, high, -z, x, high, z);
        mesh.quad(-x, 0, -z, -x, 0, z, -x, high, z, -x, high, -z);
        mesh.quad(-x, high, z, x, high, z, x, high, -z, -x, high, -z);
        mesh.quad(-x, 0, -z, x, 0, -z, x, 0, z, -x, 0, z);
        return mesh;
    }

    private void quad(double... xyz) {
        int first = positions.size();
        for (int i = 0; i < 12; i += 3) {
            positions.add(new float[] {(float) xyz[i], (float) xyz[i + 1], (float) xyz[i + 2]});
            places.add(new float[] {i == 3 || i == 6 ? 1 : 0, i < 6 ? 1 : 0});
        }
        indices.addAll(List.of(first, first + 1, first + 2, first, first + 2, first + 3));
    }
}
