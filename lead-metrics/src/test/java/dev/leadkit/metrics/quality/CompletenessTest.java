package dev.leadkit.metrics.quality;

import static dev.leadkit.metrics.quality.SmallAudit.lead;
import static dev.leadkit.metrics.quality.SmallAudit.result;
import static dev.leadkit.metrics.quality.SmallAudit.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.segment.Breakdown;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Five leads of two sources, counted by hand. */
final class CompletenessTest {

    private static final Completeness KPI = of(Set.of("city", "email", "phone"), Set.of("city", "email"));
    private static final List<AuditFacts> LEADS = List.of(
            lead("a", "web", "city", "email", "phone"),
            lead("b", "web", "city", "other"),
            lead("c", "web"),
            lead("d", "ads", "email", "city"),
            lead("e", "ads"));
    private static final String NOTE = " A blank text is no value.";

    private static Completeness of(Set<String> fields, Set<String> wanted) {
        return new Completeness(new TreeSet<>(fields), new TreeSet<>(wanted));
    }

    private static String[] shownByGroup(Breakdown<KpiResult> figures) {
        return figures.groups().entrySet().stream()
                .map(group -> group.getKey() + " " + shown(group.getValue()))
                .toArray(String[]::new);
    }

    @Test
    @DisplayName("Of ten wanted values five are there, and two leads have both")
    void wanted() {
        Completeness.Filled filled = result(KPI, LEADS);
        assertThat(shown(filled.values())).isEqualTo("5 of 10");
        assertThat(filled.values().value().number().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(shown(filled.whole().all())).isEqualTo("2 of 5");
        assertThat(shownByGroup(filled.whole())).containsExactly("ads 1 of 2", "web 1 of 3");
    }

    @Test
    @DisplayName("Every field that is looked at has its share, in all and by source, and no other")
    void byField() {
        Completeness.Filled filled = result(KPI, LEADS);
        assertThat(filled.byField()).containsOnlyKeys("city", "email", "phone");
        assertThat(shown(filled.byField().get("city").all())).isEqualTo("3 of 5");
        assertThat(shownByGroup(filled.byField().get("city"))).containsExactly("ads 1 of 2", "web 2 of 3");
        assertThat(shown(filled.byField().get("email").all())).isEqualTo("2 of 5");
        assertThat(shownByGroup(filled.byField().get("email"))).containsExactly("ads 1 of 2", "web 1 of 3");
        assertThat(shown(filled.byField().get("phone").all())).isEqualTo("1 of 5");
        assertThat(shownByGroup(filled.byField().get("phone"))).containsExactly("ads 0 of 2", "web 1 of 3");
    }

    @Test
    @DisplayName("A lead that is taken back is gone")
    void retracted() {
        Completeness.Filled filled = result(KPI, LEADS, LEADS.subList(0, 1));
        assertThat(shown(filled.values())).isEqualTo("3 of 8");
        assertThat(shown(filled.byField().get("phone").all())).isEqualTo("0 of 4");
        assertThat(shownByGroup(filled.whole())).containsExactly("ads 1 of 2", "web 0 of 2");
    }

    @Test
    @DisplayName("Definitions tell fields and wanted fields apart, and name what is wanted")
    void definitions() {
        Completeness.Filled filled = result(KPI, LEADS);
        String print = Fingerprint.of(4, "city", "email");
        Breakdown<KpiResult> city = filled.byField().get("city");
        assertThat(filled.values().definition().id()).isEqualTo("data.completeness.values/1?fields=" + print);
        assertThat(filled.values().definition().meaning())
                .contains("Values of the wanted fields (city, email) that are there")
                .endsWith(NOTE);
        assertThat(filled.whole().all().definition().id()).isEqualTo("data.completeness.whole/1?fields=" + print);
        assertThat(filled.whole().all().definition().meaning())
                .isEqualTo("Leads that have a value of every wanted field (city, email), over all leads." + NOTE);
        assertThat(city.all().definition().id()).isEqualTo("data.completeness/1?field=city");
        assertThat(city.all().definition().meaning())
                .isEqualTo("Leads that have a value of the field, over all leads." + NOTE);
        assertThat(city.groups().get("ads").definition().id()).isEqualTo("data.completeness/1?field=city&by=source");
        assertThat(city.groups().get("ads").definition().meaning())
                .isEqualTo("Leads of the source that have a value of the field, over all leads of the source." + NOTE);
    }

    @Test
    @DisplayName("Without leads, or without wanted fields, nothing is known")
    void empty() {
        assertThat(shown(result(KPI, List.<AuditFacts>of()).values())).isEqualTo("no leads");
        assertThat(shown(result(KPI, List.<AuditFacts>of()).whole().all())).isEqualTo("no leads");
        Completeness.Filled free = result(of(Set.of("city"), Set.of()), LEADS);
        assertThat(shown(free.values())).isEqualTo("no fields are wanted");
        assertThat(shown(free.whole().all())).isEqualTo("5 of 5");
    }

    @Test
    @DisplayName("What is wanted must be looked at")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Set.of("city"), Set.of("city", "phone")))
                .withMessage("wanted must be some of the fields, was [city, phone] of [city]");
    }
}
