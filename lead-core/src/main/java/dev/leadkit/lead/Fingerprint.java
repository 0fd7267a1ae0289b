package dev.leadkit.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that stands for a longer content: equal content, equal fingerprint, on every machine. */
public final class Fingerprint {

    /** The most bytes that a fingerprint can have. */
    public static final int MOST_BYTES = 32;

    /** The digits of a length and a colon. */
    private static final int LONGEST_LENGTH = 11;

    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private static final int ASCII = 0x80;

    /** Never fed, only copied. */
    private static final MessageDigest FRESH = found();

    private Fingerprint() {}

    /**
     * The fingerprint of some texts, by SHA-256 over their lengths and UTF-8 bytes.
     *
     * @param bytes how many bytes of it, 1 to {@link #MOST_BYTES}
     * @param parts the content; where one part ends and the next begins makes a difference
     * @return two hexadecimal digits for each byte
     */
    public static String of(int bytes, String... parts) {
        return HexFormat.of().formatHex(digest(parts), 0, bytes);
    }

    /**
     * The whole fingerprint of some texts.
     *
     * @param parts the content; where one part ends and the next begins makes a difference
     * @return {@link #MOST_BYTES} bytes, of which {@link #of} writes the first ones
     */
    public static byte[] digest(String... parts) {
        int room = 0;
        for (String part : parts) {
            room += LONGEST_LENGTH + MOST_BYTES_OF_A_CHARACTER * part.length();
        }
        byte[] content = new byte[room];
        int end = 0;
        for (String part : parts) {
            end = put(part, content, end);
        }
        MessageDigest sha = sha256();
        sha.update(content, 0, end);
        return sha.digest();
    }

    /** The length and the UTF-8 bytes of a text; most are plain ASCII, whose characters are the bytes. */
    private static int put(String text, byte[] content, int from) {
        int length = text.length();
        int end = putLength(length, content, from);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                end = putLength(bytes.length, content, from);
                System.arraycopy(bytes, 0, content, end, bytes.length);
                return end + bytes.length;
            }
            content[end + i] = (byte) c;
        }
        return end + length;
    }

    /** The number's decimal digits and a colon. */
    private static int putLength(int number, byte[] content, int from) {
        int end = from;
        if (number >= 10) {
            end = putLength(number / 10, content, end) - 1;
        }
        content[end++] = (byte) ('0' + number % 10);
        content[end++] = ':';
        return end;
    }

    /**
     * Whether a text has the form of an identifier that was derived by a fingerprint, so that it can be kept as its bytes.
     *
     * @param text any text
     * @param prefix what stands before the fingerprint
     * @param bytes how many bytes the fingerprint has
     * @return true if the text is the prefix and exactly two hexadecimal digits, in lower case, for each byte
     */
    public static boolean follows(String text, String prefix, int bytes) {
        boolean fits = text.length() == prefix.length() + 2 * bytes && text.startsWith(prefix);
        for (int i = prefix.length(); fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return fits;
    }

    /** A copy: to look the algorithm up takes longer than to use it. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return found();
        }
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
