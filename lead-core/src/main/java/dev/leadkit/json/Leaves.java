package dev.leadkit.json;

import dev.leadkit.capture.InputText;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Collects the leaves of one JSON object as texts by pointer. The parser's limit of nesting bounds the recursion. */
final class Leaves {

    private static final int MOST_FAULTS = 100;

    private final SubmissionJson.Limits limits;
    private final Set<String> without;
    private final Optional<String> nothing;
    private final Faults faults;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int count;
    private int told;

    /** {@code nothing} is the text that null becomes; without one it is left out. */
    Leaves(SubmissionJson.Limits limits, Set<String> without, Optional<String> nothing, Faults faults) {
        this.limits = limits;
        this.without = without;
        this.nothing = nothing;
        this.faults = faults;
    }

    Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** Reads the object that the parser stands on; gives nothing, since everything goes to the texts and faults. */
    @Nullable Object read(JsonParser from) {
        if (from.currentToken() == JsonToken.START_OBJECT) {
            object(from, "");
        } else {
            String hint = from.currentToken() == JsonToken.START_ARRAY ? "A list is read by JsonFeed." : "";
            faults.accept(new Fault("document", "an object", kind(from.currentToken()), hint));
            from.skipChildren();
        }
        return null;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "true or false";
        };
    }

    private void object(JsonParser from, String pointer) {
        Set<String> names = new HashSet<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = from.currentName();
            from.nextToken();
            if (pointer.length() + name.length() >= limits.longestPointer()) {
                tooLong(from, pointer);
                continue;
            }
            String member = Pointer.below(pointer, name);
            if (!names.add(name)) {
                fault(Pointer.shown(member), "there once", "there more than once");
            }
            value(from, member);
        }
    }

    private void tooLong(JsonParser from, String pointer) {
        fault(
                Pointer.inside(pointer),
                "at a pointer of at most " + limits.longestPointer() + " characters",
                "at a longer one");
        from.skipChildren();
    }

    private void list(JsonParser from, String pointer) {
        int index = 0;
        while (from.nextToken() != JsonToken.END_ARRAY) {
            value(from, pointer + "/" + index);
            index++;
        }
    }

    private void value(JsonParser from, String pointer) {
        if (pointer.length() > limits.longestPointer()) {
            tooLong(from, pointer.substring(0, pointer.lastIndexOf('/')));
        } else if (without.contains(pointer) || count > limits.mostLeaves()) {
            from.skipChildren();
        } else if (from.currentToken() == JsonToken.START_OBJECT) {
            object(from, pointer);
        } else if (from.currentToken() == JsonToken.START_ARRAY) {
            list(from, pointer);
        } else {
            leaf(from, pointer);
        }
    }

    private void leaf(JsonParser from, String pointer) {
        count++;
        if (count > limits.mostLeaves()) {
            fault("document", "a document of at most " + limits.mostLeaves() + " leaves", "larger");
        } else if (from.currentToken() == JsonToken.VALUE_NULL) {
            nothing.ifPresent(text -> texts.put(pointer, text));
        } else {
            text(from.getString(), pointer);
        }
    }

    private void text(String text, String pointer) {
        if (text.length() > limits.longestText()) {
            fault(Pointer.shown(pointer), "at most " + limits.longestText() + " characters", Fault.unseen(text));
        } else if (InputText.fault(text, pointer).isPresent()) {
            fault(Pointer.shown(pointer), "text", "text with half characters or NUL");
        } else {
            texts.put(pointer, text);
        }
    }

    /** A document full of one mistake is refused as well after a hundred of them as after a million. */
    private void fault(String path, String rule, String was) {
        if (told < MOST_FAULTS) {
            told++;
            faults.add(path, rule, was);
        }
    }
}
