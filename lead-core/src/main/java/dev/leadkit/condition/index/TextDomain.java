package dev.leadkit.condition.index;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Contains;
import dev.leadkit.condition.FieldTest.OneOf;
import dev.leadkit.condition.FieldTest.Prefix;
import dev.leadkit.condition.index.Patterns.Pattern;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Texts: a code for each that conditions name, one for all others, and patterns that any of them may hold. */
final class TextDomain<F> extends Domain<F> {

    static final int OTHER = MISSING + 1;

    private final Field<F> field;
    private final boolean memo;
    private final Map<String, Integer> codes = new TreeMap<>();

    /** How the named texts were written, each with its key. */
    private final Map<String, String> words = new TreeMap<>();

    private final Patterns patterns;
    private final Map<Pattern, Integer> numbers;

    TextDomain(Field<F> field, Collection<FieldTest> tests, boolean memo) {
        this.field = field;
        this.memo = memo;
        Set<Pattern> wanted = new LinkedHashSet<>();
        for (FieldTest test : tests) {
            if (test instanceof OneOf oneOf) {
                oneOf.keys().forEach(key -> codes.put(key.toString(), OTHER));
                oneOf.words().forEach(word -> words.put(word, FieldType.fold(word)));
            } else if (test instanceof Contains || test instanceof Prefix) {
                wanted.add(pattern(test));
            }
        }
        int next = OTHER + 1;
        for (Map.Entry<String, Integer> each : codes.entrySet()) {
            each.setValue(next++);
        }
        this.patterns = new Patterns(List.copyOf(wanted));
        this.numbers = patterns.numbers();
    }

    private static Pattern pattern(FieldTest test) {
        return test instanceof Contains contains
                ? new Pattern(FieldType.fold(contains.part()), false)
                : new Pattern(FieldType.fold(((Prefix) test).start()), true);
    }

    @Override
    int codes() {
        return OTHER + codes.size() + 1;
    }

    /** The patterns that each code's text holds; none for other texts, which are looked through one by one. */
    @Override
    List<int[]> matched() {
        List<int[]> matched = new ArrayList<>(List.of(Cell.NONE, Cell.NONE));
        codes.keySet().forEach(key -> matched.add(patterns.in(key)));
        return matched;
    }

    @Override
    Part test(int slot, FieldTest test) {
        if (test instanceof OneOf oneOf) {
            return Part.of(
                    slot,
                    CodeSet.of(oneOf.keys().stream()
                            .mapToInt(key -> codes.getOrDefault(key.toString(), OTHER))
                            .sorted()
                            .toArray()));
        }
        int number = numbers.getOrDefault(pattern(test), -1);
        return new Part(slot, CodeSet.span(OTHER, codes()), new int[] {number}, Cell.NONE);
    }

    @Override
    Reader<F> reader(CellTable cells) {
        if (numbers.isEmpty()) {
            Map<String, Cell> byKey = new TreeMap<>();
            codes.forEach((key, code) -> byKey.put(key, cells.cell(code)));
            Map<String, String> written = new TreeMap<>();
            words.forEach((word, key) -> written.put(key, word));
            return new NamedTextReader<>(field.type(), cells.cell(OTHER), byKey, written);
        }
        TextReader.Known known = new TextReader.Known(cells);
        codes.forEach((key, code) -> known.add(key, key, cells.cell(code)));
        words.forEach((word, key) -> known.add(word, key, cells.cell(codes.getOrDefault(key, OTHER))));
        return new TextReader<>(field, known, patterns, memo && !field.personal());
    }
}
