package dev.leadkit.form;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.InputText;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Reads the fields of a web form as texts by column, which {@link dev.leadkit.capture.Mapping#submission} takes: from the body of a request
 * ({@code application/x-www-form-urlencoded}, in UTF-8), or from the parameters as a web framework gives them.
 *
 * <p>A field that is not there is absent; one without text is blank. White space at the ends of a field's name is dropped.
 * A field that is there several times (boxes that can be ticked together) gives one text: those that are not blank, with
 * {@code "; "} between them; {@link #repeated} chooses otherwise. Escapes that are wrong are refused, not guessed at. Faults
 * never show what was typed in. Immutable and thread-safe.
 *
 * <p>Limits, each of which refuses the form when passed: a body of 1,048,576 characters, 1,000 fields, repetitions
 * counted, and 100,000 characters in a field.
 */
public final class WebForm {

    private static final WebForm STANDARD = new WebForm(1 << 20, 1_000, 100_000, Repeated.JOINED);

    private final int longestBody;
    private final int mostFields;
    private final int longestValue;
    private final Repeated repeated;

    private WebForm(int longestBody, int mostFields, int longestValue, Repeated repeated) {
        this.longestBody = longestBody;
        this.mostFields = mostFields;
        this.longestValue = longestValue;
        this.repeated = repeated;
    }

    /** What becomes of a field that is there several times. */
    public enum Repeated {
        /** Its texts that are not blank make one text, with {@code "; "} between them. */
        JOINED,
        /** Its first text counts: for frameworks that put a hidden field behind a box. */
        FIRST,
        /** Its last text counts: for frameworks that put a hidden field before a box. */
        LAST
    }

    /**
     * Reads with the limits above; repeated fields are joined.
     *
     * @return how to read
     */
    public static WebForm standard() {
        return STANDARD;
    }

    /**
     * The same with another limit for the body.
     *
     * @param characters the most characters that a body may have, 1 or more
     * @return how to read
     */
    public WebForm longestBody(int characters) {
        return new WebForm(atLeastOne(characters, "longest body"), mostFields, longestValue, repeated);
    }

    /**
     * The same with another limit for the number of fields.
     *
     * @param fields the most fields that a form may have, each repetition counted, 1 or more
     * @return how to read
     */
    public WebForm mostFields(int fields) {
        return new WebForm(longestBody, atLeastOne(fields, "most fields"), longestValue, repeated);
    }

    /**
     * The same with another limit for the text of a field.
     *
     * @param characters the most characters that the text of a field may have, joined if it is repeated, 1 or more
     * @return how to read
     */
    public WebForm longestValue(int characters) {
        return new WebForm(longestBody, mostFields, atLeastOne(characters, "longest value"), repeated);
    }

    /**
     * The same with another way with fields that are there several times.
     *
     * @param policy which of their texts count
     * @return how to read
     */
    public WebForm repeated(Repeated policy) {
        return new WebForm(longestBody, mostFields, longestValue, requireNonNull(policy, "policy"));
    }

    private static int atLeastOne(int limit, String what) {
        if (limit < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, was " + limit);
        }
        return limit;
    }

    /**
     * Reads the body of a request.
     *
     * @param body the body; read up to the limit, not closed
     * @return the texts by column, in the order of the form
     * @throws IOException if the body cannot be read
     * @throws RefusedException if the body is faulty or too long; all faults at once
     */
    public Map<String, String> body(Reader body) throws IOException {
        Faults faults = new Faults();
        String text = InputText.whole(body, longestBody, "body", faults);
        faults.refuseIfAny("web form");
        FormFields fields = new FormFields(mostFields, longestValue, repeated);
        fields.decode(text);
        return fields.texts();
    }

    /**
     * Reads the body of a request.
     *
     * @param body the body
     * @return the texts by column, in the order of the form
     * @throws RefusedException if the body is faulty or too long; all faults at once
     */
    public Map<String, String> body(String body) {
        try {
            return body(new StringReader(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes parameters that were decoded already, as multi-value maps of frameworks are.
     *
     * @param parameters the texts by name; null in the place of a text is blank, a name without texts is absent
     * @return the texts by column, in the order of the map
     * @throws RefusedException if the form is faulty or too large; all faults at once
     */
    public Map<String, String> values(Map<String, ? extends Collection<String>> parameters) {
        FormFields fields = new FormFields(mostFields, longestValue, repeated);
        parameters.forEach((name, texts) -> texts.forEach(text -> fields.add(name, text == null ? "" : text)));
        return fields.texts();
    }

    /**
     * Takes parameters that were decoded already, as a servlet's request gives them.
     *
     * @param parameters the texts by name; null in the place of a text is blank, a name without texts is absent
     * @return the texts by column, in the order of the map
     * @throws RefusedException if the form is faulty or too large; all faults at once
     */
    public Map<String, String> parameters(Map<String, String[]> parameters) {
        FormFields fields = new FormFields(mostFields, longestValue, repeated);
        parameters.forEach((name, texts) ->
                Arrays.stream(texts).forEach(text -> fields.add(name, text == null ? "" : text)));
        return fields.texts();
    }
}
