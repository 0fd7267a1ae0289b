package dev.leadkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.cache.Cache;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvOutput;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Runs the module's own classes without the optional libraries. */
final class MissingLibraryTest {

    /** What is run there; public, because it is called from outside of its class loader. */
    public static final class Tries {
        private Tries() {}

        public static String readCsv() throws IOException {
            try (var rows = CsvInput.standard().open(new StringReader("a\n1"))) {
                return rows.columns().toString();
            }
        }

        public static String writeCsv() throws IOException {
            try (CsvOutput out = CsvOutput.to(new StringWriter())) {
                out.row("a");
                return "written";
            }
        }

        public static String phone() {
            return mapping("phone").toString();
        }

        public static String phoneWithRegion() {
            return Mapping.builder(FieldCatalog.standard())
                    .columns(ColumnRule.of("c", "phone").parameter("region", "DE"))
                    .build()
                    .toString();
        }

        public static String caffeine() {
            return Cache.caffeine(1).toString();
        }

        public static String noCache() {
            return Cache.none().get("a").toString();
        }

        public static String email() {
            return mapping("email").toString();
        }

        private static Mapping mapping(String field) {
            return Mapping.builder(FieldCatalog.standard())
                    .columns(ColumnRule.of("c", field))
                    .build();
        }
    }

    private static Object run(String method) throws IOException, ReflectiveOperationException {
        URL[] own = {
            CsvInput.class.getProtectionDomain().getCodeSource().getLocation(),
            Tries.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader alone = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            return alone.loadClass(Tries.class.getName()).getMethod(method).invoke(null);
        }
    }

    @Test
    void withoutFastcsvTheMessageNamesTheArtifact() {
        for (String method : new String[] {"readCsv", "writeCsv"}) {
            assertThatThrownBy(() -> run(method))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("de.siegmar:fastcsv");
        }
    }

    @Test
    void withoutLibphonenumberTheMessageNamesTheArtifact() {
        for (String method : new String[] {"phone", "phoneWithRegion"}) {
            assertThatThrownBy(() -> run(method))
                    .cause()
                    .hasMessageContaining("columns[0].converter")
                    .hasMessageContaining("com.googlecode.libphonenumber:libphonenumber");
        }
    }

    @Test
    void withoutCaffeineTheMessageNamesTheArtifact() {
        assertThatThrownBy(() -> run("caffeine"))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("com.github.ben-manes.caffeine:caffeine");
    }

    @Test
    void whatNeedsNoneOfThemWorksWithoutThem() throws IOException, ReflectiveOperationException {
        assertThat(run("email")).isEqualTo("Mapping[1 columns]");
        assertThat(run("noCache")).isEqualTo("Optional.empty");
    }
}
