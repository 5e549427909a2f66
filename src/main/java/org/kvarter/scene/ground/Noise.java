package org.kvarter.scene.ground;

/** Smooth value noise on a lattice of unit squares, −1 … 1, the same everywhere and every time. Stateless. */
final class Noise {

    private Noise() {
    }

    static double at(double x, double y) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double fx = ease(x - i);
        double fy = ease(y - j);
        double low = lattice(i, j) * (1 - fx) + lattice(i + 1, j) * fx;
        double high = lattice(i, j + 1) * (1 - fx) + lattice(i + 1, j + 1) * fx;
        return low * (1 - fy) + high * fy;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double lattice(int i, int j) {
        int h = i * 0x27D4EB2D ^ j * 0x165667B1;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        return (h & 0xFFFF) / 32767.5 - 1;
    }
}
