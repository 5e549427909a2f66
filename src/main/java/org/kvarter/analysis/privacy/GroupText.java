package org.kvarter.analysis.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Groups of features as text, see {@link ToldSums}. Stateless. */
final class GroupText {

    private static final int DIGEST_BYTES = 16;

    private GroupText() {
    }

    /** The first half of the SHA-256 of ids, each ended by a zero byte. */
    static String digest(String[] ids) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String id : ids) {
                digest.update(id.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    static String of(Collection<BitSet> groups, int count) {
        int each = (count + 7) / 8;
        byte[] bytes = new byte[each * groups.size()];
        int at = 0;
        for (BitSet group : groups) {
            byte[] of = group.toByteArray();
            System.arraycopy(of, 0, bytes, at, Math.min(of.length, each));
            at += each;
        }
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /** The groups of a text, at most {@code most}; none where it is none. */
    static List<BitSet> read(String text, int count, int most) {
        int each = (count + 7) / 8;
        byte[] bytes = new byte[each * most];
        int length = 0;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getDecoder().decode(text));
            while (length < bytes.length && !inflater.finished()) {
                int read = inflater.inflate(bytes, length, bytes.length - length);
                if (read == 0) {
                    break;
                }
                length += read;
            }
        } catch (IllegalArgumentException | DataFormatException e) {
            return List.of();
        } finally {
            inflater.end();
        }
        List<BitSet> groups = new ArrayList<>();
        for (int at = 0; at + each <= length; at += each) {
            groups.add(BitSet.valueOf(Arrays.copyOfRange(bytes, at, at + each)));
        }
        return groups;
    }
}
