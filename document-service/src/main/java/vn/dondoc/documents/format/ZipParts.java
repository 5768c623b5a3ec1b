package vn.dondoc.documents.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A zip container by its central directory, without a temporary file. Stricter than java.util.zip on purpose: two readers
 * must not see two different files in the same bytes, so names are unique, every local header agrees with the directory,
 * the directory ends with the file, and sizes and checksums hold. Parts are expanded one by one, only when asked for, and
 * never beyond what they declare.
 */
final class ZipParts {

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ZIP64 = 0x06064b50;
    private static final int ZIP64_SIZE = 56 + 20;

    private record Part(int method, int flags, long crc, long packed, long size, int offset) {}

    private final ByteBuffer file;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Allowance allowance;

    ZipParts(byte[] content, Allowance allowance) {
        this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.allowance = allowance;
        readDirectory(content);
    }

    /** Where a zip directory ends exactly at the end of the bytes; -1 if they do not end as a zip. */
    static int endOfDirectory(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int lowest = Math.max(0, content.length - END_SIZE - 0xFFFF);
        for (int at = content.length - END_SIZE; at >= lowest; at--) {
            if (content[at] == 'P'
                    && bytes.getInt(at) == END
                    && at + END_SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) == content.length) {
                return at;
            }
        }
        return -1;
    }

    private void readDirectory(byte[] content) {
        int end = endOfDirectory(content);
        if (end < 0) {
            throw Refusal.DAMAGED.because("zip");
        }
        int count = Short.toUnsignedInt(file.getShort(end + 10));
        long start = Integer.toUnsignedLong(file.getInt(end + 16));
        // 0xFFFF means Zip64; no document of an office is that large.
        if (count == 0xFFFF) {
            throw Refusal.TOO_MANY_ENTRIES.because("Zip64");
        }
        allowance.entries(count);
        long gap = end - start - Integer.toUnsignedLong(file.getInt(end + 12));
        // Some writers put the Zip64 records there although nothing needs them.
        boolean zip64 = gap == ZIP64_SIZE && file.getInt(end - ZIP64_SIZE) == ZIP64;
        if (gap != 0 && !zip64) {
            throw Refusal.TWO_THINGS_AT_ONCE.because("zip + ?");
        }
        int at = (int) start;
        Set<String> seen = new HashSet<>();
        long total = 0;
        boolean fromTheFirstByte = false;
        for (int i = 0; i < count; i++) {
            if (at + 46 > end || file.getInt(at) != CENTRAL) {
                throw Refusal.DAMAGED.because("zip");
            }
            int nameLength = Short.toUnsignedInt(file.getShort(at + 28));
            int next = at
                    + 46
                    + nameLength
                    + Short.toUnsignedInt(file.getShort(at + 30))
                    + Short.toUnsignedInt(file.getShort(at + 32));
            if (next > end) {
                throw Refusal.DAMAGED.because("zip");
            }
            String name = new String(content, at + 46, nameLength, StandardCharsets.UTF_8);
            refuseTraversal(name);
            Part part = new Part(
                    file.getShort(at + 10),
                    file.getShort(at + 8),
                    Integer.toUnsignedLong(file.getInt(at + 16)),
                    Integer.toUnsignedLong(file.getInt(at + 20)),
                    Integer.toUnsignedLong(file.getInt(at + 24)),
                    file.getInt(at + 42));
            fromTheFirstByte |= part.offset() == 0;
            // Word tells part names apart without regard to case.
            parts.put(name, part);
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw Refusal.TWO_THINGS_AT_ONCE.because("zip: " + name);
            }
            total += part.size();
            allowance.couldExpand(total);
            at = next;
        }
        if (count > 0 && !fromTheFirstByte) {
            throw Refusal.TWO_THINGS_AT_ONCE.because("? + zip");
        }
    }

    private static void refuseTraversal(String name) {
        String path = name.replace('\\', '/');
        boolean climbs = Arrays.asList(path.split("/")).contains("..");
        if (climbs || path.startsWith("/") || path.indexOf('\0') >= 0 || path.matches("^[A-Za-z]:.*")) {
            throw Refusal.PATH_TRAVERSAL.because(name);
        }
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean encrypted() {
        return parts.values().stream().anyMatch(it -> (it.flags() & 1) != 0);
    }

    byte @Nullable [] read(String name) {
        Part part = parts.get(name);
        return part == null ? null : expand(name, part);
    }

    private byte[] expand(String name, Part part) {
        byte[] packed = packed(name, part);
        allowance.expand(part.size());
        byte[] out;
        if (part.method() == 0) {
            out = packed;
        } else if (part.method() == 8) {
            out = inflate(packed, part.size());
        } else {
            throw Refusal.DAMAGED.because("zip, method " + part.method());
        }
        CRC32 crc = new CRC32();
        crc.update(out);
        if (out.length != part.size() || crc.getValue() != part.crc()) {
            throw Refusal.DAMAGED.because("zip: " + name);
        }
        return out;
    }

    private byte[] packed(String name, Part part) {
        int at = part.offset();
        if (at < 0 || at + 30 > file.capacity() || file.getInt(at) != LOCAL) {
            throw Refusal.DAMAGED.because("zip: " + name);
        }
        int nameLength = Short.toUnsignedInt(file.getShort(at + 26));
        long start = (long) at + 30 + nameLength + Short.toUnsignedInt(file.getShort(at + 28));
        if (start + part.packed() > file.capacity()) {
            throw Refusal.DAMAGED.because("zip: " + name);
        }
        String local = new String(file.array(), at + 30, nameLength, StandardCharsets.UTF_8);
        if (!local.equals(name) || file.getShort(at + 8) != part.method()) {
            throw Refusal.TWO_THINGS_AT_ONCE.because("zip: " + name);
        }
        return Arrays.copyOfRange(file.array(), (int) start, (int) (start + part.packed()));
    }

    /** One byte more than declared is enough to know that the declaration lies. */
    private byte[] inflate(byte[] packed, long size) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] out = new byte[(int) size];
            int filled = 0;
            while (filled < out.length) {
                int step = inflater.inflate(out, filled, Math.min(1 << 16, out.length - filled));
                if (step == 0) {
                    throw Refusal.DAMAGED.because("zip");
                }
                filled += step;
                allowance.checkTime();
            }
            if (inflater.inflate(new byte[1]) > 0) {
                throw Refusal.EXPANDS_TOO_FAR.because("> " + size + " B");
            }
            return out;
        } catch (DataFormatException e) {
            throw Refusal.DAMAGED.because("zip");
        } finally {
            inflater.end();
        }
    }
}
