package dev.leadkit.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.AuditFold;
import dev.leadkit.metrics.figures.AuditSpec;
import dev.leadkit.metrics.figures.FiguresFold;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.figures.Town;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/metrics.md}: every figure here was counted by hand. */
final class AuditTreeTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T09:00:00Z");
    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).resolve("../docs/metrics.md");

    // tag::example
    private static List<MatchKey> mail(FieldValues values) {
        return values.get(StandardFields.EMAIL)
                .map(address -> List.of(new MatchKey("email", address.value())))
                .orElse(List.of());
    }

    private static Audit audit() {
        AuditFold fold = new AuditFold(AuditSpec.builder(FieldCatalog.standard(), ZoneOffset.UTC)
                .fields("city", "email")
                .keys(AuditTreeTest::mail)
                .staleAfter(90)
                .quietAfter(30)
                .build());
        fold.add(submission("anna@a.example", "Berlin"));
        fold.add(submission("ask me", "Berlin"));
        fold.add(SubmissionFacts.unreadable());
        fold.add(new Story("anna")
                .captured(JANUARY, true, "new", values("anna@a.example", "Berlin"))
                .history());
        fold.add(new Story("bela")
                .captured(MARCH, true, "new", values("anna@a.example", ""))
                .interacted(MAY, Direction.OUTBOUND, Actor.HUMAN)
                .assigned(MARCH)
                .history());
        fold.add(new Story("carl")
                .captured(MARCH, true, "new", values("", "Kiel"))
                .converted(MAY)
                .history());
        return fold.audit(MAY);
    }
    // end::example

    private static FieldValues values(String mail, String city) {
        FieldValues.Builder values = FieldValues.builder();
        if (!mail.isEmpty()) {
            values.set(StandardFields.EMAIL, new EmailAddress(mail));
        }
        if (!city.isEmpty()) {
            values.set(StandardFields.CITY, city);
        }
        return values.set(StandardFields.SOURCE, "web").build();
    }

    private static SubmissionFacts submission(String mail, String city) {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("Mail", StandardFields.EMAIL), ColumnRule.of("City", StandardFields.CITY))
                .build();
        return SubmissionFacts.of(
                mapping, new Submission("form", "1", Optional.empty(), Map.of("Mail", mail, "City", city)));
    }

    private static Map<String, Object> tree() {
        return AuditTree.of(audit());
    }

    private static String figure(String... path) {
        Map<?, ?> here = at(path);
        return here.get("numerator") + " of " + here.get("denominator") + " = " + here.get("value");
    }

    private static Map<?, ?> at(String... path) {
        Object here = tree();
        for (String name : path) {
            here = ((Map<?, ?>) here).get(name);
        }
        return (Map<?, ?>) here;
    }

    @Test
    void completenessIsThereByFieldAndInAll() {
        assertThat(figure("completeness", "values")).isEqualTo("4 of 6 = 0.666667");
        assertThat(figure("completeness", "whole", "all")).isEqualTo("1 of 3 = 0.333333");
        assertThat(figure("completeness", "byField", "city", "all")).isEqualTo("2 of 3 = 0.666667");
        assertThat(figure("completeness", "byField", "email", "bySource", "web"))
                .isEqualTo("2 of 3 = 0.666667");
    }

    @Test
    void validityCountsFaultyAndUnreadableSubmissions() {
        assertThat(figure("validity", "submissions")).isEqualTo("1 of 3 = 0.333333");
        assertThat(figure("validity", "byColumn", "Mail")).isEqualTo("1 of 2 = 0.500000");
        assertThat(figure("validity", "byColumn", "City")).isEqualTo("2 of 2 = 1.000000");
    }

    @Test
    void stalenessIsInDays() {
        assertThat(figure("staleness", "all", "p50")).isEqualTo("2 of 4 = 61.000000");
        assertThat(figure("staleness", "byField", "city", "all", "p90")).isEqualTo("2 of 2 = 120.000000");
        assertThat(figure("staleness", "byField", "email", "bySource", "web", "stale"))
                .isEqualTo("1 of 2 = 0.500000");
        assertThat(at("staleness", "all", "p50")).asString().contains("unit=d,");
    }

    @Test
    void duplicatesNameLeadsAndNoKey() {
        assertThat(figure("duplicates", "any")).isEqualTo("2 of 2 = 1.000000");
        assertThat(at("duplicates", "byKind", "email"))
                .extracting("groups", "largest")
                .containsExactly(
                        BigDecimal.ONE,
                        List.of(Map.of("size", BigDecimal.valueOf(2), "leads", List.of("anna", "bela"))));
        assertThat(tree().toString()).doesNotContain("a.example", "Berlin", "Kiel");
    }

    @Test
    void neglectNamesTheLeads() {
        assertThat(figure("neglect", "zombies", "leads")).isEqualTo("1 of 2 = 0.500000");
        assertThat(at("neglect", "zombies").get("longest")).isEqualTo(List.of("anna"));
        assertThat(figure("neglect", "sleeping", "leads")).isEqualTo("0 of 1 = 0.000000");
        assertThat(at("neglect", "waiting", "leads").get("value")).isEqualTo(Map.of("undefined", "no such leads"));
    }

    @Test
    void thePageShowsThisExample() throws IOException {
        String page = Files.readString(PAGE);
        String source = Files.readString(Path.of(System.getProperty("basedir", ""))
                .resolve("src/test/java/dev/leadkit/metrics/json/AuditTreeTest.java"));
        int start = source.indexOf("// tag::example\n") + "// tag::example\n".length();
        String example = source.substring(start, source.indexOf("    // end::example"))
                .stripTrailing()
                .stripIndent();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("duplicates", tree().get("duplicates"));
        shown.put("zombies", at("neglect", "zombies"));

        assertThat(page).contains("```java\n" + example + "\n```");
        assertThat(page).contains("```json\n" + JsonText.pretty(shown) + "\n```");
    }

    @Test
    void thePageNamesEveryDefinition() throws IOException {
        FiguresFold fold = new FiguresFold(Town.spec().build());
        Town.tell(1, 50, 0, fold::add);
        String trees = FiguresTree.of(fold.figures(Town.END), new Intake(0, 0, 0, 0, 0)) + tree().toString();
        List<String> names = Pattern.compile("definition=([a-z0-9.-]+/[0-9]+)")
                .matcher(trees)
                .results()
                .map(found -> "`" + found.group(1))
                .distinct()
                .toList();

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(Files.readString(PAGE.resolveSibling("kpis.md"))).contains(names);
    }
}
