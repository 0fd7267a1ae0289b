package dev.leadkit.examples.benchmarks.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Field;
import dev.leadkit.scoring.learn.Example;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {

    private static final String ROWS = """
            id;How found;Page Views;won
            1;Search;2.5;yes
            2;Select;;no
            """;

    @Test
    @DisplayName("Columns of numbers are numbers, empty cells and Select are missing, order stands for time")
    void reads(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("leads.csv"), ROWS);
        DataSet leads = DataSet.read(file, ';', new Outcome("won", "yes"));
        Field<String> found = Field.text("How_found");
        Field<BigDecimal> views = Field.number("Page_Views");
        assertThat(leads.fieldsWithout(Set.of("id"))).isEqualTo(List.<Field<?>>of(found, views));
        List<Example> examples = leads.examples();
        assertThat(examples).extracting(Example::won).containsExactly(true, false);
        assertThat(examples.get(0).facts().lead().get(found)).contains("Search");
        assertThat(examples.get(0).facts().lead().get(views)).contains(new BigDecimal("2.5"));
        assertThat(examples.get(1).facts().lead().values().isEmpty()).isFalse();
        assertThat(examples.get(1).facts().lead().get(found)).isEmpty();
        assertThat(examples.get(1).facts().lead().get(views)).isEmpty();
        assertThat(examples.get(1).facts().asOf())
                .isAfter(examples.get(0).facts().asOf());
    }
}
