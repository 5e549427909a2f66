package org.kvarter.scene.ground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.kvarter.model.Bounds;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.tile.Beat;
import org.kvarter.task.Tasks;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The painted ground as a quadtree: squares near the eye are fine, far ones coarse, each about as sharp as the screen. Squares are
 * made on workers, nearest first; until the four quarters of a square are there, the square itself stays. JavaFX thread only.
 */
final class GroundQuadtree {

    private static final Logger LOG = LoggerFactory.getLogger(GroundQuadtree.class);
    private static final double TEXELS_PER_PIXEL = 0.85;
    private static final double FINEST_TEXEL = 0.055;
    private static final int KEPT = 90;
    private static final int AT_ONCE = 2;
    private static final int ADOPTED_AT_ONCE = 12;
    /** Finer squares show this often: each showing draws the whole picture anew. */
    private static final double FINER_SECONDS = 0.25;
    /** New paint waits for the rest of it no longer than this. */
    private static final double PATIENCE_SECONDS = 2;

    private record Made(GroundNode node, GroundSquare shape, GroundPainter.Painted painted, long revision, long generation) {
    }

    private final Tasks tasks;
    private final GroundNode.Groups groups;
    private final List<GroundNode> roots = new ArrayList<>();
    private final List<GroundNode> held = new ArrayList<>();
    private final List<GroundNode> wanted = new ArrayList<>();
    private final Deque<Made> made = new ArrayDeque<>();
    private final List<Made> repainted = new ArrayList<>();
    private final Beat finer = new Beat(FINER_SECONDS);
    private final Beat patience = new Beat(PATIENCE_SECONDS);
    private GroundPlan plan;
    private Bounds domain;
    private long revision;
    private long generation;
    private long frame;
    private int working;

    GroundQuadtree(Tasks tasks, GroundNode.Groups groups) {
        this.tasks = tasks;
        this.groups = groups;
    }

    /** Takes another plan: with another relief all is made anew, else the pictures are painted over in place. */
    void setPlan(GroundPlan newPlan) {
        boolean reshaped = plan == null || plan.relief() != newPlan.relief();
        boolean redressed = plan != null && plan.theme() != newPlan.theme();
        plan = newPlan;
        revision++;
        if (reshaped) {
            generation++;
            held.forEach(node -> node.release(groups));
            held.clear();
            roots.clear();
            made.clear();
            repainted.clear();
            layRoots();
        } else if (redressed) {
            forgetHidden();
        }
    }

    /** What is kept for later in the colours of another theme would come back as bright patches in a dark picture. */
    private void forgetHidden() {
        List<GroundNode> fromFinest = new ArrayList<>(held);
        fromFinest.sort(Comparator.comparingInt(GroundNode::level).reversed());
        for (GroundNode node : fromFinest) {
            if (node.level() > 0 && !node.isShown() && !(node.hasChildren() && isAnyReady(node))) {
                node.release(groups);
                held.remove(node);
            }
        }
    }

    /** Takes a plan that differs from the last one in some places only: squares elsewhere stay as they are. */
    void setPlan(GroundPlan newPlan, List<Envelope> touched) {
        plan = newPlan;
        long before = revision++;
        for (GroundNode node : held) {
            Bounds s = node.square();
            if (node.revision() == before && touched.stream()
                    .noneMatch(t -> t.intersects(new Envelope(s.minEast(), s.maxEast(), s.minNorth(), s.maxNorth())))) {
                node.setRevision(revision);
            }
        }
    }

    private void layRoots() {
        domain = plan.relief().domain();
        int across = (int) Math.max(1, Math.round(domain.width() / domain.depth()));
        int down = (int) Math.max(1, Math.round(domain.depth() / domain.width()));
        for (int r = 0; r < Math.min(down, 16); r++) {
            for (int c = 0; c < Math.min(across, 16); c++) {
                double w = domain.width() / Math.min(across, 16);
                double d = domain.depth() / Math.min(down, 16);
                roots.add(new GroundNode(new Bounds(domain.minEast() + c * w, domain.minNorth() + r * d, 0,
                        domain.minEast() + (c + 1) * w, domain.minNorth() + (r + 1) * d, 0), 0));
            }
        }
    }

    /** One frame: takes what is made, chooses what to show, asks for what is missing; in a hurry for finer squares only later. */
    void frame(Projection projection, Frustum frustum, boolean hurried) {
        if (plan == null) {
            return;
        }
        frame++;
        takeMade();
        wanted.clear();
        for (GroundNode root : roots) {
            choose(root, projection, frustum);
        }
        if (!hurried || !isCovered()) {
            ask(projection.pose());
        }
        if (!repainted.isEmpty() && (working == 0 && wanted.isEmpty() && made.isEmpty() || patience.isDue())) {
            repainted.forEach(this::adopt);
            repainted.clear();
        }
        trim();
    }

    /** Shows what is there as one sees it from elsewhere; nothing is asked for. */
    void glance(Projection projection, Frustum frustum) {
        List<GroundNode> asked = List.copyOf(wanted);
        for (GroundNode root : roots) {
            choose(root, projection, frustum);
        }
        wanted.clear();
        wanted.addAll(asked);
    }

    /** New squares show at once or soon; new paint of squares that show waits for the others, so that no patchwork is seen. */
    private void takeMade() {
        boolean showNow = !isCovered() || !made.isEmpty() && finer.isDue();
        for (int k = 0; showNow && k < ADOPTED_AT_ONCE && !made.isEmpty(); k++) {
            Made one = made.poll();
            if (one.node.isReady() && one.generation == generation) {
                if (repainted.isEmpty()) {
                    patience.restart();
                }
                repainted.add(one);
            } else {
                adopt(one);
            }
        }
    }

    /** Whether there is a picture of the ground wherever there is ground, sharp or not. */
    boolean isCovered() {
        return !roots.isEmpty() && roots.stream().allMatch(GroundNode::isReady);
    }

    private void choose(GroundNode node, Projection projection, Frustum frustum) {
        node.touch(frame);
        if (!node.isReady()) {
            want(node);
            return;
        }
        if (!frustum.mayShow(node.box(domain))) {
            hide(node);
            return;
        }
        if (node.revision() != revision) {
            want(node);
        }
        if (isTooCoarse(node, projection)) {
            boolean all = true;
            for (GroundNode child : node.children()) {
                child.touch(frame);
                if (!child.isReady() && frustum.mayShow(child.box(node.box(domain)))) {
                    want(child);
                    all = false;
                }
            }
            if (all) {
                node.show(false);
                for (GroundNode child : node.children()) {
                    if (child.isReady()) {
                        choose(child, projection, frustum);
                    }
                }
                return;
            }
        }
        node.hideChildren();
        if (!node.isShown()) {
            node.show(true);
        }
    }

    private static void hide(GroundNode node) {
        node.show(false);
        node.hideChildren();
    }

    private boolean isTooCoarse(GroundNode node, Projection projection) {
        if (node.texel() / 2 < FINEST_TEXEL) {
            return false;
        }
        return node.texel() * TEXELS_PER_PIXEL > projection.metresPerPixel(Math.max(0.5, distance(node.box(domain), projection.pose())));
    }

    private static double distance(Bounds box, CameraPose eye) {
        double e = Math.max(0, Math.max(box.minEast() - eye.east(), eye.east() - box.maxEast()));
        double n = Math.max(0, Math.max(box.minNorth() - eye.north(), eye.north() - box.maxNorth()));
        double u = Math.max(0, Math.max(box.minUp() - eye.up(), eye.up() - box.maxUp()));
        return Math.sqrt(e * e + n * n + u * u);
    }

    private void want(GroundNode node) {
        if (!node.isRequested()) {
            wanted.add(node);
        }
    }

    private void ask(CameraPose eye) {
        if (working >= AT_ONCE || wanted.isEmpty()) {
            return;
        }
        wanted.sort(Comparator.<GroundNode>comparingInt(node -> node.isReady() ? 1 : 0)
                .thenComparingDouble(node -> node.level() * 40.0 + distance(node.box(domain), eye)));
        for (GroundNode node : wanted) {
            if (working >= AT_ONCE) {
                return;
            }
            node.setRequested(true);
            working++;
            GroundPlan now = plan;
            long nowRevision = revision;
            long nowGeneration = generation;
            CompletableFuture.supplyAsync(() -> new Made(node, GroundSquare.of(now.relief(), node.square()),
                    GroundPainter.paint(now, GroundSquare.pictureArea(node.square()), GroundSquare.TEXELS), nowRevision, nowGeneration),
                    tasks.work()).whenCompleteAsync((one, failure) -> {
                        working--;
                        if (failure == null) {
                            made.add(one);
                        } else {
                            LOG.error("A square of ground could not be painted", failure);
                        }
                    }, tasks.fx());
        }
    }

    private void adopt(Made one) {
        if (one.generation != generation) {
            return;
        }
        if (!one.node.isReady()) {
            held.add(one.node);
        }
        one.node.adopt(one.shape, one.painted, one.revision, groups);
    }

    /** Gives back what was not looked at for longest. */
    private void trim() {
        if (held.size() <= KEPT) {
            return;
        }
        List<GroundNode> idle = new ArrayList<>(held.stream().filter(n -> !n.isShown() && n.level() > 0 && n.lastUsed() < frame
                && !(n.hasChildren() && isAnyReady(n))).toList());
        idle.sort(Comparator.comparingLong(GroundNode::lastUsed));
        for (int k = 0; k < idle.size() && held.size() > KEPT; k++) {
            idle.get(k).release(groups);
            held.remove(idle.get(k));
        }
    }

    private static boolean isAnyReady(GroundNode node) {
        for (GroundNode child : node.children()) {
            if (child.isReady()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that the last frame wanted is there. */
    boolean isSettled() {
        return plan != null && working == 0 && made.isEmpty() && repainted.isEmpty() && wanted.isEmpty();
    }
}
