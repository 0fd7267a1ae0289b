package dev.leadkit.core.kit;

import dev.leadkit.core.kit.PackageArrows.Arrow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of a module, from the bottom to the top, each with what it may import. A row names only rows above it,
 * so a table cannot allow a cycle; what a named row may import is allowed with it. Outside the module everything is
 * forbidden but the JDK, the nullness annotations and what a row names.
 */
public final class ArrowTable {
    private static final List<String> EVERYWHERE = List.of("java", "javax", "org.jspecify.annotations");
    private static final List<String> CORE_FOR_SIBLINGS = core().rows.keySet().stream()
            .filter(name -> !Set.of("json", "desk").contains(name))
            .map(name -> "dev.leadkit." + name)
            .toList();

    private final String root;
    private final Collection<String> everywhere;
    private final Map<String, Row> rows;

    private ArrowTable(String root, Collection<String> everywhere, List<Row> rows) {
        this.root = root;
        this.everywhere = everywhere;
        this.rows = closed(rows);
    }

    /** A package below the root, the rows it may import, and the packages outside the module that it may import. */
    public record Row(String name, Set<String> imports, Set<String> outside) {
        /** This row, which may also import the given packages of others and what is below them. */
        public Row andOutside(String... packages) {
            return new Row(name, imports, Set.of(packages));
        }
    }

    /** A row for the package of this name below the root. */
    public static Row row(String name, String... imports) {
        return new Row(name, Set.of(imports), Set.of());
    }

    /** A table of its own, for packages below {@code root}. */
    public static ArrowTable of(String root, Row... rows) {
        return new ArrowTable(root, EVERYWHERE, List.of(rows));
    }

    /**
     * The table of a module that stands on the core: its packages may import the core's, the front door apart; the
     * JSON of the core is for its {@code json} package alone. Other modules on the core are out of reach.
     */
    public static ArrowTable onCore(String root, Row... rows) {
        return new ArrowTable(
                root,
                Stream.concat(EVERYWHERE.stream(), CORE_FOR_SIBLINGS.stream()).toList(),
                List.of(rows));
    }

    /** The table of the core itself. */
    public static ArrowTable core() {
        return of(
                "dev.leadkit",
                row("fault"),
                row("lead", "fault"),
                row("calendar", "fault"),
                row("accuracy"),
                row("chart"),
                row("event", "lead"),
                row("condition", "event"),
                row("condition.index", "condition"),
                row("condition.logic", "condition"),
                row("lifecycle", "event", "condition", "calendar"),
                row("consent", "event", "condition", "calendar"),
                row("match", "event"),
                row("contact", "lead"),
                row("capture", "event", "contact").andOutside("com.google.i18n.phonenumbers"),
                row("form", "capture"),
                row("csv", "capture").andOutside("de.siegmar.fastcsv"),
                row("segment", "event", "condition"),
                row("nurture", "event", "condition", "consent", "calendar"),
                row("store", "capture"),
                row("transfer", "store", "csv"),
                row("enrichment", "store"),
                row("cache").andOutside("com.github.benmanes.caffeine"),
                row("port", "event"),
                row(
                                "json",
                                "accuracy",
                                "chart",
                                "lifecycle",
                                "match",
                                "capture",
                                "segment",
                                "nurture",
                                "transfer",
                                "enrichment",
                                "port")
                        .andOutside("tools.jackson", "com.fasterxml.jackson.annotation"),
                row("desk", "json", "cache"));
    }

    /** Whether the table allows this arrow; an arrow from a package without a row is not allowed. */
    public boolean allows(Arrow arrow) {
        Row from = rows.get(name(arrow.from()));
        if (from == null) {
            return false;
        }
        return isOwn(arrow.to())
                ? from.imports().contains(name(arrow.to()))
                : Stream.concat(everywhere.stream(), from.outside().stream())
                        .anyMatch(allowed -> isBelow(arrow.to(), allowed));
    }

    /** The full names of the table's packages. */
    public Set<String> packages() {
        return rows.keySet().stream().map(name -> root + "." + name).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isOwn(String name) {
        return isBelow(name, root) && everywhere.stream().noneMatch(allowed -> isBelow(name, allowed));
    }

    private String name(String fullName) {
        return fullName.startsWith(root + ".") ? fullName.substring(root.length() + 1) : fullName;
    }

    private static boolean isBelow(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static Map<String, Row> closed(List<Row> rows) {
        Map<String, Row> closed = new LinkedHashMap<>();
        for (Row row : rows) {
            Set<String> reach = new TreeSet<>(row.imports());
            for (String each : row.imports()) {
                Row above = closed.get(each);
                if (above == null) {
                    throw new IllegalArgumentException(row.name() + " names " + each + ", which is no row above it");
                }
                reach.addAll(above.imports());
            }
            closed.put(row.name(), new Row(row.name(), reach, row.outside()));
        }
        return closed;
    }
}
