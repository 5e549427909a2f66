package org.kvarter.importing.raster;

import com.github.mreutegg.laszip4j.CloseablePointIterable;
import com.github.mreutegg.laszip4j.LASHeader;
import com.github.mreutegg.laszip4j.LASPoint;
import com.github.mreutegg.laszip4j.LASReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.IntPredicate;

/** The points of a LAS or LAZ file whose class is wanted, and that are not withheld. Not thread-safe. */
final class LasPoints extends HeightPoints {

    /** A packed point takes at least about a byte. */
    private static final long MOST_PER_BYTE = 2;

    private final CloseablePointIterable file;
    private final Iterator<LASPoint> points;
    private final LASHeader header;
    private final IntPredicate classes;
    private final long most;
    private long read;
    private long count;

    /** @param classes which classes are wanted, by their ASPRS numbers */
    LasPoints(Path path, IntPredicate classes) throws IOException {
        this.classes = classes;
        this.most = Files.size(path) * MOST_PER_BYTE;
        LASReader reader = new LASReader(path.toFile());
        try {
            header = reader.getHeader();
            file = reader.getCloseablePoints();
            points = file.iterator();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
        if (!isSound(header)) {
            file.close();
            throw new IOException("scale");
        }
    }

    private static boolean isSound(LASHeader header) {
        double sum = header.getXScaleFactor() + header.getYScaleFactor() + header.getZScaleFactor() + header.getXOffset() + header.getYOffset() + header.getZOffset();
        return Double.isFinite(sum) && header.getXScaleFactor() != 0 && header.getYScaleFactor() != 0;
    }

    LASHeader header() {
        return header;
    }

    @Override
    boolean next() throws IOException {
        try {
            while (read < most && points.hasNext()) {
                LASPoint next = points.next();
                read++;
                point[0] = next.getX() * header.getXScaleFactor() + header.getXOffset();
                point[1] = next.getY() * header.getYScaleFactor() + header.getYOffset();
                point[2] = next.getZ() * header.getZScaleFactor() + header.getZOffset();
                boolean somewhere = Math.abs(point[0]) < FARTHEST && Math.abs(point[1]) < FARTHEST && Math.abs(point[2]) < FARTHEST;
                if (!next.isWithheld() && somewhere && classes.test(next.getClassification())) {
                    count++;
                    return true;
                }
            }
            return false;
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    @Override
    long points() {
        return count;
    }

    @Override
    long others() {
        return read - count;
    }

    @Override
    public void close() {
        file.close();
    }
}
