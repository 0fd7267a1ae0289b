package dev.leadkit.capture;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at how much there is of a mapping before anything is made of it. */
final class MappingLimits {

    private final Faults faults;

    private MappingLimits(Faults faults) {
        this.faults = faults;
    }

    static void check(Mapping.Builder rules, Faults faults) {
        MappingLimits limits = new MappingLimits(faults);
        if (rules.columns.size() > Mapping.MOST_RULES) {
            faults.add("columns", "at most " + Mapping.MOST_RULES + " rules", rules.columns.size() + " rules");
        } else {
            for (int i = 0; i < rules.columns.size(); i++) {
                limits.rule("columns[" + i + "]", rules.columns.get(i));
            }
        }
        limits.texts("placeholders", rules.placeholders);
        limits.texts("ignored", rules.ignored);
        limits.text("externalId", orNone(rules.externalId));
        limits.text("occurredAt.column", orNone(rules.occurredAt));
        limits.text("clearing", orNone(rules.clearing));
        rules.occurredAtParameters.forEach((name, texts) -> limits.parameter("occurredAt", name, texts));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void rule(String path, ColumnRule rule) {
        text(path + ".column", rule.column());
        text(path + ".field", rule.field());
        text(path + ".converter", rule.converter().orElse(""));
        text(path + ".default", rule.otherwise().orElse(""));
        texts(path + ".placeholders", rule.placeholders());
        texts(path + ".values", rule.values().keySet());
        rule.values().values().forEach(text -> text(path + ".values", text));
        rule.parameters().forEach((name, texts) -> parameter(path, name, texts));
    }

    private void parameter(String path, String name, List<String> texts) {
        text(path + ".parameters", name);
        texts(path + ".parameters", texts);
    }

    private void texts(String path, Collection<String> texts) {
        if (texts.size() > Mapping.MOST_TEXTS) {
            faults.add(path, "at most " + Mapping.MOST_TEXTS + " texts", texts.size() + " texts");
        } else {
            texts.forEach(text -> text(path, text));
        }
    }

    private void text(String path, String text) {
        if (text.length() > Mapping.LONGEST_TEXT) {
            faults.add(path, "a text of at most " + Mapping.LONGEST_TEXT + " characters", Fault.unseen(text));
        }
    }
}
