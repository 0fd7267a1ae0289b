package dev.leadkit.core.kit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Which package of a module leans on which other one. Compiled classes show what the code uses, also where no import
 * says so; source files add the imports that only Javadoc needs, for a reader follows those too.
 */
public final class PackageArrows {
    private static final Pattern USE = Pattern.compile("(?m)^ +(\\S+) +-> (\\S+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");

    private final SortedSet<String> packages = new TreeSet<>();
    private final SortedMap<Arrow, String> witnesses = new TreeMap<>();

    private PackageArrows() {}

    /** An arrow between two packages, or from a package to one outside the module. */
    public record Arrow(String from, String to) implements Comparable<Arrow> {
        @Override
        public int compareTo(Arrow other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    /** Reads the class files below {@code classes} and the source files below {@code sources}. */
    public static PackageArrows read(Path classes, Path sources) {
        PackageArrows arrows = new PackageArrows();
        arrows.readClasses(files(classes, ".class"));
        files(sources, ".java").forEach(arrows::readImports);
        return arrows;
    }

    /** The packages that hold at least one type. */
    public SortedSet<String> packages() {
        return new TreeSet<>(packages);
    }

    /** One cycle of packages, as {@code a -> b -> a}, if there is any. */
    public Optional<String> cycle() {
        Set<String> suspects = new TreeSet<>(packages);
        while (suspects.removeIf(each -> next(each, suspects).isEmpty())) {
            // a package that leads to no suspect is none itself, which may clear the ones that lead to it
        }
        return suspects.stream().findFirst().map(start -> walk(start, suspects));
    }

    /** Every arrow that the table does not allow, with one place where it comes from. */
    public List<String> forbiddenBy(ArrowTable table) {
        List<String> forbidden = new ArrayList<>();
        witnesses.forEach((arrow, witness) -> {
            if (!table.allows(arrow)) {
                forbidden.add(arrow + " (" + witness + ")");
            }
        });
        return forbidden;
    }

    private void readClasses(List<Path> classes) {
        List<String> arguments = new ArrayList<>(List.of("-verbose:class"));
        for (Path each : classes) {
            if (!each.endsWith("module-info.class")) { // with it jdeps would look for the modules it requires
                arguments.add(each.toString());
            }
        }
        if (arguments.size() > 1) {
            USE.matcher(jdeps(arguments)).results().forEach(this::addUse);
        }
    }

    private static String jdeps(List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output, true);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        if (jdeps.run(printer, printer, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("jdeps failed: " + output);
        }
        return output.toString();
    }

    private void addUse(MatchResult use) {
        String from = packageOfClass(use.group(1));
        if (!use.group(1).endsWith(".package-info")) {
            packages.add(from);
        }
        add(new Arrow(from, packageOfClass(use.group(2))), use.group(1) + " uses " + use.group(2));
    }

    private void readImports(Path source) {
        String text = text(source);
        String from = PACKAGE.matcher(text)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElse("");
        IMPORT.matcher(text)
                .results()
                .map(result -> result.group(1))
                .forEach(
                        name -> add(new Arrow(from, packageOfImport(name)), source.getFileName() + " imports " + name));
    }

    private void add(Arrow arrow, String witness) {
        if (!arrow.from().equals(arrow.to())) {
            witnesses.putIfAbsent(arrow, witness);
        }
    }

    private List<String> next(String from, Set<String> among) {
        return witnesses.keySet().stream()
                .filter(arrow -> arrow.from().equals(from))
                .map(Arrow::to)
                .filter(among::contains)
                .toList();
    }

    private String walk(String start, Set<String> suspects) {
        Set<String> path = new LinkedHashSet<>();
        String here = start;
        while (path.add(here)) {
            here = next(here, suspects).get(0);
        }
        List<String> steps = new ArrayList<>(path);
        return String.join(" -> ", steps.subList(steps.indexOf(here), steps.size())) + " -> " + here;
    }

    private static String packageOfClass(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Packages are lower case here, so a name's package ends where its first capital letter begins. */
    private static String packageOfImport(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
                break;
            }
            parts.add(part);
        }
        return String.join(".", parts);
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
