package dev.leadkit.form;

import dev.leadkit.capture.ColumnName;
import dev.leadkit.capture.InputText;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the fields of one form, and what is wrong with them. */
final class FormFields {

    private static final String BETWEEN = "; ";

    private final Faults faults = new Faults();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> tooLong = new HashSet<>();
    private final int mostFields;
    private final int longestValue;
    private final WebForm.Repeated repeated;
    private int number;

    FormFields(int mostFields, int longestValue, WebForm.Repeated repeated) {
        this.mostFields = mostFields;
        this.longestValue = longestValue;
        this.repeated = repeated;
    }

    /** The texts by column, if nothing is wrong with any. */
    Map<String, String> texts() {
        faults.refuseIfAny("web form");
        return Collections.unmodifiableMap(texts);
    }

    /** Takes a body apart at its ampersands and equals signs; nothing between two ampersands is nothing. */
    void decode(String body) {
        PercentText escaped = new PercentText(body, faults);
        int from = 0;
        while (from < body.length() && number <= mostFields) {
            int ampersand = body.indexOf('&', from);
            int to = ampersand < 0 ? body.length() : ampersand;
            if (to > from) {
                field(escaped, from, to);
            }
            from = to + 1;
        }
    }

    private void field(PercentText escaped, int from, int to) {
        int equals = escaped.find('=', from, to);
        Optional<String> name = escaped.decoded(from, equals);
        Optional<String> text = escaped.decoded(Math.min(equals + 1, to), to);
        if (name.isPresent() && text.isPresent()) {
            add(name.get(), text.get());
        } else {
            isOneTooMany();
        }
    }

    /** Adds a field that was decoded already. */
    void add(String rawName, String text) {
        if (isOneTooMany()) {
            return;
        }
        String name = ColumnName.of(rawName);
        String path = ColumnName.path(name, "field " + number);
        if (name.isEmpty()) {
            faults.add(path, "a field with a name", "");
        } else if (name.length() > longestValue) {
            faults.add(path, "named by at most " + longestValue + " characters", Fault.unseen(name));
        }
        InputText.fault(name, path).or(() -> InputText.fault(text, path)).ifPresent(faults);
        put(name, text, path);
    }

    private void put(String name, String text, String path) {
        String before = texts.get(name);
        String now = before == null ? text : both(before, text);
        if (now.length() <= longestValue) {
            texts.put(name, now);
        } else if (tooLong.add(name)) {
            faults.add(path, "at most " + longestValue + " characters", Fault.unseen(now));
        }
    }

    private String both(String before, String text) {
        return switch (repeated) {
            case FIRST -> before;
            case LAST -> text;
            case JOINED -> joined(before, text);
        };
    }

    private static String joined(String before, String text) {
        if (ColumnName.of(text).isEmpty()) {
            return before;
        }
        return ColumnName.of(before).isEmpty() ? text : before + BETWEEN + text;
    }

    private boolean isOneTooMany() {
        number++;
        if (number == mostFields + 1) {
            faults.add("fields", "at most " + mostFields, "more");
        }
        return number > mostFields;
    }
}
