package dev.leadkit.metrics.fold;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;

/**
 * Counts as bytes, equal ones as equal bytes: parts, keys, reasons and names ascending, numbers as variable-length integers of the
 * difference to the one before (zigzag for signed ones).
 */
final class CountsCodec {

    private static final int SEVEN = 7;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;
    /** A hostile length does not make us allocate: more is read only as more comes. */
    private static final int DEEPEST = 32;

    private CountsCodec() {}

    static ByteBuffer bytes(Counts counts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(counts, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    static void write(Counts counts, DataOutput out) throws IOException {
        for (int part = 0; part < counts.parts(); part++) {
            long[] keys = counts.keys(part);
            if (keys.length > 0) {
                number(out, part + 1L);
                keys(counts, part, keys, out);
            }
        }
        number(out, 0);
        SortedMap<String, Long> excluded = counts.excluded();
        number(out, excluded.size());
        for (var entry : excluded.entrySet()) {
            text(out, entry.getKey());
            number(out, zigzag(entry.getValue()));
        }
        SortedMap<String, Counts> named = counts.named();
        number(out, named.size());
        for (var entry : named.entrySet()) {
            text(out, entry.getKey());
            write(entry.getValue(), out);
        }
    }

    private static void keys(Counts counts, int part, long[] keys, DataOutput out) throws IOException {
        number(out, keys.length);
        long before = 0;
        for (long key : keys) {
            number(out, zigzag(key - before));
            number(out, zigzag(counts.count(part, key)));
            before = key;
        }
    }

    static Counts read(DataInput in) throws IOException {
        return read(in, 0);
    }

    private static Counts read(DataInput in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("counts must be nested at most " + DEEPEST + " deep");
        }
        Counts counts = new Counts();
        for (long part = number(in); part != 0; part = number(in)) {
            long key = 0;
            for (long left = number(in); left > 0; left--) {
                key += signed(number(in));
                counts.add(part(part), key, signed(number(in)));
            }
        }
        for (long left = number(in); left > 0; left--) {
            counts.exclude(text(in), signed(number(in)));
        }
        for (long left = number(in); left > 0; left--) {
            counts.named(text(in)).merge(read(in, depth + 1));
        }
        return counts;
    }

    private static int part(long written) throws IOException {
        if (written < 1 || written > Counts.MOST_PARTS) {
            throw new IOException("part must be from 1 to " + Counts.MOST_PARTS + ", was " + written);
        }
        return (int) written - 1;
    }

    /** A name may be a text of any length that a stranger wrote: {@code writeUTF} refuses more than 65,535 bytes. */
    private static void text(DataOutput out, String text) throws IOException {
        number(out, text.length());
        for (int i = 0; i < text.length(); i++) {
            number(out, text.charAt(i));
        }
    }

    private static String text(DataInput in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (long left = number(in); left > 0; left--) {
            text.append((char) number(in));
        }
        return text.toString();
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    private static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private static void number(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & ~LOW) != 0) {
            out.writeByte((int) ((rest & LOW) | MORE));
            rest >>>= SEVEN;
        }
        out.writeByte((int) rest);
    }

    private static long number(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
            byte next = in.readByte();
            value |= (long) (next & LOW) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number must have at most 10 bytes");
    }
}
