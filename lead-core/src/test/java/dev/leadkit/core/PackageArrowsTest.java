package dev.leadkit.core;

import static dev.leadkit.core.kit.ArrowTable.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.core.kit.ArrowTable;
import dev.leadkit.core.kit.PackageArrows;
import dev.leadkit.core.kit.PackageArrows.Arrow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check can fail: each test builds a small bad module and sees it caught. */
final class PackageArrowsTest {
    private static final ArrowTable TABLE =
            ArrowTable.of("bad", row("low"), row("middle", "low").andOutside("javax.tools"), row("high", "middle"));

    @TempDir
    private Path sources;

    @TempDir
    private Path classes;

    @BeforeEach
    void aModuleThatKeepsToTheTable() throws IOException {
        write("low", "Low", "public class Low { public int one() { return 1; } }");
        write("middle", "Middle", "public class Middle { public bad.low.Low low = new bad.low.Low(); }");
        write("high", "High", "public class High { int one(bad.middle.Middle middle) { return middle.low.one(); } }");
    }

    @Test
    void aGoodModulePasses() throws IOException {
        PackageArrows arrows = compile();

        assertThat(arrows.packages()).containsExactly("bad.high", "bad.low", "bad.middle");
        assertThat(arrows.cycle()).isEmpty();
        assertThat(arrows.forbiddenBy(TABLE)).isEmpty();
    }

    @Test
    void aCycleIsFoundAndWrittenOut() throws IOException {
        write("low", "Low", "public class Low { bad.high.High top; public int one() { return 1; } }");

        assertThat(compile().cycle()).contains("bad.high -> bad.low -> bad.high");
    }

    @Test
    void aPackageThatOnlyLeadsToACycleIsNotPartOfIt() throws IOException {
        write("aside", "Aside", "public class Aside { bad.low.Low low; }");
        write("low", "Low", "public class Low { bad.middle.Middle up; public int one() { return 1; } }");

        assertThat(compile().cycle()).contains("bad.low -> bad.middle -> bad.low");
    }

    @Test
    void anArrowUpwardsIsForbidden() throws IOException {
        write("low", "Low", "public class Low { bad.middle.Middle up; public int one() { return 1; } }");

        assertThat(compile().forbiddenBy(TABLE))
                .containsExactly("bad.low -> bad.middle (bad.low.Low uses bad.middle.Middle)");
    }

    @Test
    void anArrowThatOnlyAnImportShowsIsForbidden() throws IOException {
        write(
                "low",
                "Low",
                "import bad.high.High; /** See {@link High}. */ public class Low { public int one() { return 1; } }");

        assertThat(compile().forbiddenBy(TABLE))
                .containsExactly("bad.low -> bad.high (Low.java imports bad.high.High)");
    }

    @Test
    void aPackageOutsideIsForRowsThatNameIt() throws IOException {
        write("middle", "Tools", "class Tools { org.w3c.dom.Node node; javax.tools.Tool tool; }");

        assertThat(compile().forbiddenBy(TABLE))
                .containsExactly("bad.middle -> org.w3c.dom (bad.middle.Tools uses org.w3c.dom.Node)");
    }

    @Test
    void aPackageWithoutARowIsForbidden() throws IOException {
        write("util", "Strings", "class Strings {}");

        assertThat(compile().forbiddenBy(TABLE))
                .containsExactly("bad.util -> java.lang (bad.util.Strings uses java.lang.Object)");
    }

    @Test
    void aTableIsWrittenFromTheBottomUp() {
        assertThatThrownBy(() -> ArrowTable.of("bad", row("low", "high"), row("high")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("low names high, which is no row above it");
    }

    @Test
    void jacksonIsForTheJsonPackageAndTheFrontDoorForNobody() {
        assertThat(core("json", "tools.jackson.databind")).isTrue();
        assertThat(core("capture", "tools.jackson.databind")).isFalse();
        assertThat(core("csv", "de.siegmar.fastcsv.reader")).isTrue();
        assertThat(core("capture", "de.siegmar.fastcsv.reader")).isFalse();
        assertThat(core("csv", "dev.leadkit.capture")).isTrue();
        assertThat(core("capture", "dev.leadkit.csv")).isFalse();
        assertThat(core("event", "de.siegmar.fastcsv.reader")).isFalse();
        assertThat(core("event", "dev.leadkit.fault")).isTrue();
        assertThat(core("json", "dev.leadkit.desk")).isFalse();
        assertThat(core("event", "dev.leadkit.scoring.model")).isFalse();
    }

    @Test
    void modulesOnTheCoreDoNotKnowEachOtherNorTheFrontDoor() {
        ArrowTable scoring = ArrowTable.onCore(
                "dev.leadkit.scoring", row("model"), row("json", "model").andOutside("dev.leadkit.json"));

        assertThat(scoring.allows(new Arrow("dev.leadkit.scoring.model", "dev.leadkit.condition")))
                .isTrue();
        assertThat(scoring.allows(new Arrow("dev.leadkit.scoring.model", "dev.leadkit.json")))
                .isFalse();
        assertThat(scoring.allows(new Arrow("dev.leadkit.scoring.json", "dev.leadkit.json")))
                .isTrue();
        assertThat(scoring.allows(new Arrow("dev.leadkit.scoring.model", "dev.leadkit.desk")))
                .isFalse();
        assertThat(scoring.allows(new Arrow("dev.leadkit.scoring.model", "dev.leadkit.routing.model")))
                .isFalse();
    }

    private static boolean core(String from, String to) {
        return ArrowTable.core().allows(new Arrow("dev.leadkit." + from, to));
    }

    private void write(String name, String type, String body) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(name));
        Files.writeString(folder.resolve(type + ".java"), "package bad." + name + ";\n" + body);
    }

    private PackageArrows compile() throws IOException {
        List<String> arguments;
        try (Stream<Path> all = Files.walk(sources)) {
            arguments = all.map(Path::toString)
                    .filter(each -> each.endsWith(".java"))
                    .toList();
        }
        String[] call = Stream.concat(Stream.of("-d", classes.toString()), arguments.stream())
                .toArray(String[]::new);
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, call))
                .isZero();
        return PackageArrows.read(classes, sources);
    }
}
