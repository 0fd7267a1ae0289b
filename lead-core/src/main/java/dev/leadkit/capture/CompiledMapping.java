package dev.leadkit.capture;

import dev.leadkit.event.Touch;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checked rules of a mapping in the form in which they are applied. */
final class CompiledMapping {

    private static final int MOST_SHOWN = 20;
    private static final Field<Instant> OCCURRED_AT = Field.instant("occurredAt");

    private final Mapping.Builder rules;
    private final Column<?>[] columns;
    /** The columns in the order of their fields' names, in which values are put together quickest. */
    private final Column<?>[] ordered;
    /** For each column its place in that order. */
    private final int[] places;

    private final @Nullable Column<Instant> occurredAt;
    private final Spellings placeholders;
    private final Set<String> known;

    /** A header of which all columns are known, as that of the file that is being read; each thread may find out for itself. */
    private @Nullable Header allKnown;

    private CompiledMapping(Mapping.Builder rules, List<Column<?>> columns, @Nullable Column<Instant> occurredAt) {
        this.rules = rules;
        this.columns = columns.toArray(Column<?>[]::new);
        this.ordered = columns.stream()
                .sorted(Comparator.comparing(column -> column.field().name()))
                .toArray(Column<?>[]::new);
        this.places = columns.stream().mapToInt(Arrays.asList(ordered)::indexOf).toArray();
        this.occurredAt = occurredAt;
        this.placeholders = Spellings.of(rules.placeholders);
        this.known = known(rules);
    }

    static CompiledMapping of(Mapping.Builder rules) {
        Faults faults = new Faults();
        MappingLimits.check(rules, faults);
        faults.refuseIfAny("mapping");
        checkSettings(rules, faults);
        List<Column<?>> columns = new ArrayList<>();
        Map<String, Integer> fields = new HashMap<>();
        for (int i = 0; i < rules.columns.size(); i++) {
            String path = "columns[" + i + "]";
            ColumnRule rule = rules.columns.get(i);
            Integer earlier = fields.putIfAbsent(rule.field(), i);
            if (earlier != null) {
                faults.accept(new Fault(
                        path + ".field",
                        "a field without another rule",
                        "\"" + rule.field() + "\"",
                        "columns[" + earlier + "] fills it already."));
            }
            Column.Complaints complaints = new Column.Complaints(path, faults);
            field(rule, rules, path, faults)
                    .flatMap(field -> column(field, rule, rules.converters, complaints))
                    .ifPresent(columns::add);
        }
        Column<Instant> occurredAt = occurredAt(rules, faults);
        faults.refuseIfAny("mapping");
        return new CompiledMapping(rules, List.copyOf(columns), occurredAt);
    }

    private static void checkSettings(Mapping.Builder rules, Faults faults) {
        checkName(rules.externalId, "externalId", faults);
        checkName(rules.occurredAt, "occurredAt.column", faults);
        checkName(rules.clearing, "clearing", faults);
        rules.touch.forEach((parameter, column) -> checkTouch(parameter, column, faults));
        if (rules.clearing != null && Spellings.of(rules.placeholders).contain(rules.clearing)) {
            faults.accept(new Fault(
                    "clearing",
                    "another text than the placeholders",
                    "\"" + rules.clearing + "\"",
                    "A placeholder says nothing; the clearing token says that there is no value."));
        }
        for (String used : new TreeSet<>(used(rules))) {
            if (rules.ignored.contains(used)) {
                faults.add("ignored", "columns that no rule names", "\"" + used + "\"");
            }
        }
    }

    private static void checkTouch(String parameter, String column, Faults faults) {
        checkName(column, "touch." + parameter, faults);
        Set<String> known = new TreeSet<>(Touch.TAGS);
        known.addAll(Touch.CLICK_IDS);
        if (!known.contains(parameter)) {
            faults.accept(new Fault(
                    "touch." + parameter,
                    "a known parameter",
                    "\"" + parameter + "\"",
                    Suggestion.of(parameter, known)));
        }
    }

    private static void checkName(@Nullable String name, String path, Faults faults) {
        if (name != null && (name.isEmpty() || !name.equals(TextConverters.strip(name)))) {
            faults.add(path, "a text that is not empty, without white space at its ends", "\"" + name + "\"");
        }
    }

    private static Optional<Field<?>> field(ColumnRule rule, Mapping.Builder rules, String path, Faults faults) {
        checkName(rule.column(), path + ".column", faults);
        Optional<Field<?>> field = rules.catalog.find(rule.field());
        if (field.isPresent() && StandardFields.kept().contains(field.get())) {
            faults.accept(new Fault(
                    path + ".field",
                    "a field that can be captured",
                    "\"" + rule.field() + "\"",
                    "The library keeps this one itself."));
            return Optional.empty();
        }
        if (field.isEmpty()) {
            faults.accept(new Fault(
                    path + ".field",
                    "the name of a field",
                    "\"" + rule.field() + "\"",
                    Suggestion.of(rule.field(), rules.catalog.names())));
        }
        return field;
    }

    private static <T> Optional<Column<T>> column(
            Field<T> field, ColumnRule rule, Converters converters, Column.Complaints complaints) {
        return converters
                .find(field, rule, complaints.path(), complaints.faults())
                .map(converter -> Column.of(field, rule, converter, complaints));
    }

    private static @Nullable Column<Instant> occurredAt(Mapping.Builder rules, Faults faults) {
        if (rules.occurredAt == null) {
            return null;
        }
        ColumnRule rule = ColumnRule.of(rules.occurredAt, OCCURRED_AT);
        for (Map.Entry<String, List<String>> each : rules.occurredAtParameters.entrySet()) {
            rule = rule.parameter(each.getKey(), each.getValue().toArray(String[]::new));
        }
        return column(OCCURRED_AT, rule, rules.converters, new Column.Complaints("occurredAt", faults))
                .orElse(null);
    }

    private static Set<String> used(Mapping.Builder rules) {
        Set<String> used =
                rules.columns.stream().map(ColumnRule::column).collect(Collectors.toCollection(HashSet::new));
        rules.columns.forEach(rule -> used.addAll(beside(rule)));
        Optional.ofNullable(rules.externalId).ifPresent(used::add);
        Optional.ofNullable(rules.occurredAt).ifPresent(used::add);
        used.addAll(rules.touch.values());
        return used;
    }

    /** The columns that a rule's converter looks at beside its own. */
    private static List<String> beside(ColumnRule rule) {
        return rule.parameters().getOrDefault(RowConverter.COUNTRY_COLUMN, List.of());
    }

    private static Set<String> known(Mapping.Builder rules) {
        Set<String> known = used(rules);
        known.addAll(rules.ignored);
        return Set.copyOf(known);
    }

    Mapped map(Submission submission) {
        Reading reading = new Reading(ordered);
        for (int i = 0; i < columns.length; i++) {
            reading.place = places[i];
            columns[i].read(submission.values(), reading);
        }
        if (occurredAt != null && submission.occurredAt().isEmpty()) {
            Reading time = new Reading(occurredAt);
            occurredAt.read(submission.values(), time);
            time.warnings.list().forEach(reading.warnings);
        }
        unknown(submission.values()).ifPresent(refuses() ? reading.errors : reading.warnings);
        FieldValues values = reading.values();
        if (values.isEmpty() && reading.errors.isEmpty()) {
            reading.errors.add("values", "at least one value", "");
        }
        if (!reading.contact) {
            reading.warnings.add("contact", "an e-mail address or a phone number", "no contact point");
        }
        return new Mapped(values, touch(submission.values()), reading.errors.list(), reading.warnings.list());
    }

    private Optional<Touch> touch(Map<String, String> texts) {
        if (rules.touch.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        rules.touch.forEach((parameter, column) -> {
            String text = TextConverters.strip(texts.getOrDefault(column, ""));
            if (!placeholders.contain(text) && !text.equals(rules.clearing)) {
                parameters.put(parameter, text);
            }
        });
        return Touch.of(parameters);
    }

    Optional<String> externalId(Map<String, String> values, Faults faults) {
        String column = Optional.ofNullable(rules.externalId).orElseThrow();
        String id = TextConverters.strip(values.getOrDefault(column, ""));
        if (id.isEmpty() || placeholders.contain(id)) {
            faults.accept(new Fault(column, "the record's identifier", "", ""));
            return Optional.empty();
        }
        return Optional.of(id);
    }

    Optional<Instant> occurredAt(Map<String, String> values) {
        if (occurredAt == null) {
            return Optional.empty();
        }
        Reading reading = new Reading(occurredAt);
        occurredAt.read(values, reading);
        return Optional.ofNullable(reading.found[0]).map(Instant.class::cast);
    }

    List<Fault> check(List<String> header) {
        Faults errors = new Faults();
        Faults warnings = new Faults();
        Set<String> present = Set.copyOf(header);
        unknown(header).ifPresent(refuses() ? errors : warnings);
        if (rules.externalId != null && !present.contains(rules.externalId)) {
            errors.accept(absent(rules.externalId, header));
        }
        if (rules.occurredAt != null && !present.contains(rules.occurredAt)) {
            warnings.accept(absent(rules.occurredAt, header));
        }
        for (ColumnRule rule : rules.columns) {
            if (rule.otherwise().isEmpty() && !present.contains(rule.column())) {
                (rule.required() ? errors : warnings).accept(absent(rule.column(), header));
            }
        }
        absentBeside(present).forEach(column -> warnings.accept(absent(column, header)));
        errors.refuseIfAny("header");
        return warnings.list();
    }

    private Set<String> absentBeside(Set<String> present) {
        Set<String> absent = new TreeSet<>();
        rules.columns.forEach(rule -> absent.addAll(beside(rule)));
        absent.removeAll(present);
        rules.columns.forEach(rule -> absent.remove(rule.column()));
        return absent;
    }

    private static Fault absent(String column, List<String> header) {
        List<String> shown = header.stream().filter(ColumnName::isShown).toList();
        return new Fault(column, "a column of the header", "", Suggestion.of(column, shown));
    }

    private boolean refuses() {
        return rules.unknownColumns == Mapping.UnknownColumns.REFUSE;
    }

    private Optional<Fault> unknown(Map<String, String> values) {
        Header header = values instanceof Header.Texts texts ? texts.header() : null;
        if (header != null && header == allKnown) {
            return Optional.empty();
        }
        Optional<Fault> unknown = unknown(values.keySet());
        allKnown = unknown.isEmpty() ? header : allKnown;
        return unknown;
    }

    private Optional<Fault> unknown(Collection<String> columns) {
        if (known.containsAll(columns)) {
            return Optional.empty();
        }
        List<String> unknown = columns.stream()
                .filter(column -> !known.contains(column))
                .map(ColumnName::shown)
                .sorted()
                .toList();
        return Optional.of(new Fault(
                "columns", "known to the mapping", some(unknown), "Give each a rule or ignore it on purpose."));
    }

    private static String some(List<String> names) {
        int more = names.size() - MOST_SHOWN;
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_SHOWN)))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** What comes out of reading one submission. */
    final class Reading {
        final Faults errors = new Faults();
        final Faults warnings = new Faults();
        private final Column<?>[] of;
        private final @Nullable Object[] found;
        private List<String> cleared = List.of();
        private boolean contact;
        /** Where what is read next belongs. */
        private int place;

        private Reading(Column<?>... of) {
            this.of = of;
            this.found = new Object[of.length];
        }

        <T> void set(Field<T> field, T value) {
            found[place] = value;
            contact |= field.type() == FieldType.EMAIL || field.type() == FieldType.PHONE;
        }

        void clear(Field<?> field) {
            cleared = cleared.isEmpty() ? new ArrayList<>() : cleared;
            cleared.add(field.name());
        }

        private FieldValues values() {
            FieldValues.Builder values = FieldValues.builder();
            for (int i = 0; i < of.length; i++) {
                Object value = found[i];
                if (value != null) {
                    of[i].put(value, values);
                }
            }
            cleared.forEach(values::clear);
            return values.build();
        }

        boolean isClearing(String text) {
            return text.equals(rules.clearing);
        }

        boolean isPlaceholder(String text) {
            return placeholders.contain(text);
        }
    }
}
