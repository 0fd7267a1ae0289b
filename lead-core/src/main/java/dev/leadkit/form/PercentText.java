package dev.leadkit.form;

import dev.leadkit.fault.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** The body of a form, whose parts stand for texts: a plus for a space, {@code %C3%AB} for the bytes of a letter. */
final class PercentText {

    private static final int ESCAPE = 3;

    private final String body;
    private final Consumer<Fault> faults;

    PercentText(String body, Consumer<Fault> faults) {
        this.body = body;
        this.faults = faults;
    }

    /** Where a character is, or the end of the part. */
    int find(char c, int from, int to) {
        int at = from;
        while (at < to && body.charAt(at) != c) {
            at++;
        }
        return at;
    }

    /** The text that a part stands for, or empty after telling where it is wrong. */
    Optional<String> decoded(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            char c = body.charAt(at);
            int next = c == '%' ? escapes(at, to, text) : at + 1;
            if (next < 0) {
                return Optional.empty();
            }
            if (c != '%') {
                text.append(c == '+' ? ' ' : c);
            }
            at = next;
        }
        return Optional.of(text.toString());
    }

    /** Decodes the escapes from here on together, since a letter may need several; where they end, or -1. */
    private int escapes(int from, int to, StringBuilder text) {
        int end = from;
        while (end < to && body.charAt(end) == '%') {
            if (end + ESCAPE > to || !isHex(end + 1) || !isHex(end + 2)) {
                return wrong(end, "a percent sign and two hexadecimal digits", "other characters");
            }
            end += ESCAPE;
        }
        ByteBuffer bytes = ByteBuffer.allocate((end - from) / ESCAPE);
        for (int at = from; at < end; at += ESCAPE) {
            bytes.put((byte) HexFormat.fromHexDigits(body, at + 1, at + ESCAPE));
        }
        try {
            text.append(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()));
            return end;
        } catch (CharacterCodingException e) {
            return wrong(from, "escapes that are text in UTF-8", "other bytes");
        }
    }

    private boolean isHex(int at) {
        return HexFormat.isHexDigit(body.charAt(at));
    }

    private int wrong(int at, String rule, String was) {
        faults.accept(new Fault("character " + (at + 1), rule, was));
        return -1;
    }
}
