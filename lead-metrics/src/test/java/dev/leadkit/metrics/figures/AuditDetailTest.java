package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.quality.AuditFacts;
import dev.leadkit.metrics.quality.Care;
import dev.leadkit.metrics.quality.HashedKey;
import dev.leadkit.metrics.quality.OpenLead;
import dev.leadkit.metrics.quality.Said;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A small audit whose figures are known by hand, and the parts of its specification. */
final class AuditDetailTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final AuditSpec SPEC = AuditSpec.builder(FieldCatalog.standard(), ZoneOffset.UTC)
            .fields("city", "region")
            .wanted("city")
            .staleAfter(20)
            .quietAfter(10)
            .keys(values -> values.text("city").stream()
                    .map(city -> new MatchKey("city", city))
                    .toList())
            .build();

    private static String shown(KpiResult figure) {
        return figure.basis().numerator() + " of " + figure.basis().denominator();
    }

    private static FieldValues city(String city) {
        return FieldValues.builder().set(StandardFields.CITY, city).build();
    }

    @Test
    @DisplayName("Three leads and two submissions fill every figure of the audit")
    void audit() {
        AuditFold fold = new AuditFold(SPEC);
        fold.add(new Story("a").captured(T0, true, "new", city("Kiel")).history());
        fold.add(new Story("b")
                .captured(T0, true, "new", city("Kiel"))
                .assigned(T0)
                .history());
        fold.add(new Story("c").captured(T0, "web").queued(T0).history());
        fold.add(new SubmissionFacts(new TreeMap<>(Map.of("City", Said.GOOD)), true));
        fold.add(SubmissionFacts.unreadable());
        Audit audit = fold.audit(Instant.parse("2026-03-31T09:00:00Z"));
        assertThat(shown(audit.values().completeness().values())).isEqualTo("2 of 3");
        assertThat(shown(audit.values().validity().submissions())).isEqualTo("1 of 2");
        assertThat(shown(audit.values().staleness().all().all().stale())).isEqualTo("2 of 2");
        assertThat(shown(audit.duplicates().any())).isEqualTo("2 of 2");
        assertThat(audit.neglect().zombies().longest()).containsExactly(new LeadId("a"));
        assertThat(audit.neglect().waiting().longest()).containsExactly(new LeadId("c"));
        assertThat(audit.neglect().sleeping().longest()).containsExactly(new LeadId("b"));
        assertThat(audit.moment()).isEqualTo(new Figures.Moment(Instant.parse("2026-03-31T09:00:00Z"), ZoneOffset.UTC));
        assertThat(fold).hasToString("AuditFold[[city, region]]");
    }

    @Test
    @DisplayName("A specification holds what was asked for")
    void specification() {
        assertThat(SPEC.completeness().fields()).containsExactly("city", "region");
        assertThat(SPEC.completeness().wanted()).containsExactly("city");
        assertThat(SPEC.staleness().fields()).containsExactly("city", "region");
        assertThat(SPEC.staleness().days()).isEqualTo(20);
        assertThat(SPEC.staleness().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(SPEC.neglect().days()).isEqualTo(10);
        AuditSpec all = AuditSpec.builder(FieldCatalog.standard(), ZoneId.of("Asia/Tokyo"))
                .fields("city", "region")
                .build();
        assertThat(all.completeness().wanted()).containsExactly("city", "region");
        assertThat(all.staleness().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(all.keys().apply(city("Kiel"))).isEmpty();
    }

    @Test
    @DisplayName("All names that are no fields are refused at once, wanted ones also if they are not looked at")
    void refusals() {
        assertThatThrownBy(() -> AuditSpec.builder(FieldCatalog.standard(), ZoneOffset.UTC)
                        .fields("city", "town")
                        .wanted("city", "region")
                        .build())
                .hasMessageContaining("fields: must be the name of a field, was \"town\"")
                .hasMessageContaining("wanted: must be the name of a field, was \"region\"");
    }

    private static AuditFacts facts(String field, int day, Care care, long key) {
        Instant at = Instant.parse("2026-03-0" + day + "T09:00:00Z");
        return new AuditFacts(
                new LeadId("a"),
                "web",
                new TreeMap<>(Map.of(field, Optional.of(at))),
                Optional.of(new OpenLead(care, T0)),
                new TreeSet<>(Set.of(new HashedKey("city", key, 0))));
    }

    private static AuditFold counted(List<AuditFacts> leads, int submissions) {
        AuditFold fold = new AuditFold(SPEC);
        leads.forEach(fold::add);
        for (int i = 0; i < submissions; i++) {
            fold.add(SubmissionFacts.unreadable());
        }
        return fold;
    }

    @Test
    @DisplayName("Folds are equal only if every count is")
    void equality() {
        AuditFold fold = counted(List.of(facts("city", 1, Care.QUEUE, 1)), 1);
        AuditFold same = counted(List.of(facts("city", 1, Care.QUEUE, 1)), 1);
        assertThat(fold).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("fold");
        assertThat(fold)
                .isNotEqualTo(counted(List.of(facts("region", 1, Care.QUEUE, 1)), 1))
                .isNotEqualTo(counted(List.of(facts("city", 2, Care.QUEUE, 1)), 1))
                .isNotEqualTo(counted(List.of(facts("city", 1, Care.OWNER, 1)), 1))
                .isNotEqualTo(counted(List.of(facts("city", 1, Care.QUEUE, 2)), 1))
                .isNotEqualTo(counted(List.of(facts("city", 1, Care.QUEUE, 1)), 2));
        assertThat(fold.hashCode()).isNotEqualTo(new AuditFold(SPEC).hashCode());
    }
}
