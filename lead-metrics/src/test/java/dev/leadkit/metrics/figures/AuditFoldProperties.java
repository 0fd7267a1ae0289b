package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.AuditFactsArbitraries;
import dev.leadkit.metrics.quality.AuditFacts;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class AuditFoldProperties {

    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
    private static final AuditSpec SPEC = builder().build();

    /** A rule that is equal by content, as a host's may be. */
    private record NoKeys() implements Function<FieldValues, List<MatchKey>> {
        @Override
        public List<MatchKey> apply(FieldValues values) {
            return List.of();
        }
    }

    private static AuditSpec.Builder builder() {
        return AuditSpec.builder(FieldCatalog.standard(), ZoneOffset.UTC)
                .fields("city", "email", "phone")
                .keys(new NoKeys());
    }

    @Provide
    Arbitrary<List<AuditFacts>> leads() {
        return AuditFactsArbitraries.leads().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<SubmissionFacts>> submissions() {
        return AuditFactsArbitraries.submissions().list().ofMaxSize(20);
    }

    private static AuditFold counted(List<AuditFacts> leads, List<SubmissionFacts> submissions) {
        AuditFold fold = new AuditFold(SPEC);
        leads.forEach(fold::add);
        submissions.forEach(fold::add);
        return fold;
    }

    @Property(tries = 50)
    void anyShardingAndOrderGivesAnEqualAudit(
            @ForAll("leads") List<AuditFacts> leads,
            @ForAll("submissions") List<SubmissionFacts> submissions,
            @ForAll Random random) {
        List<AuditFacts> shuffled = new ArrayList<>(leads);
        Collections.shuffle(shuffled, random);
        AuditFold one = new AuditFold(SPEC);
        AuditFold two = new AuditFold(SPEC);
        shuffled.forEach(lead -> (random.nextBoolean() ? one : two).add(lead));
        submissions.forEach(facts -> (random.nextBoolean() ? one : two).add(facts));
        one.merge(two);

        assertThat(one).isEqualTo(counted(leads, submissions));
        assertThat(one.audit(END)).isEqualTo(counted(leads, submissions).audit(END));
    }

    @Property(tries = 50)
    void aRetractionOnAnotherShardUndoesTheAddition(
            @ForAll("leads") List<AuditFacts> gone, @ForAll("submissions") List<SubmissionFacts> away) {
        AuditFold fold = new AuditFold(SPEC);
        gone.forEach(fold::retract);
        away.forEach(fold::retract);
        fold.merge(counted(gone, away));

        assertThat(fold).isEqualTo(new AuditFold(SPEC));
    }

    @Example
    void withoutLeadsEveryFigureIsUndefined() {
        Audit audit = new AuditFold(SPEC).audit(END);

        assertThat(List.of(
                        audit.values().completeness().values(),
                        audit.values().completeness().whole().all(),
                        audit.values().completeness().byField().get("city").all(),
                        audit.values().validity().submissions(),
                        audit.values().staleness().all().all().p50(),
                        audit.values().staleness().byField().get("city").all().stale(),
                        audit.duplicates().any(),
                        audit.neglect().zombies().leads(),
                        audit.neglect().sleeping().leads(),
                        audit.neglect().waiting().leads()))
                .allSatisfy(figure -> assertThat(figure.value().number()).isEmpty());
    }

    @Example
    void whatIsRetractedTooOftenIsIncompleteAndNotAFigure() {
        AuditFold fold = new AuditFold(SPEC);
        AuditFactsArbitraries.leads()
                .filter(lead -> !lead.keys().isEmpty())
                .list()
                .ofSize(5)
                .sample()
                .forEach(fold::retract);
        KpiResult any = fold.audit(END).duplicates().any();

        assertThat(any.value().toString()).contains(KpiResult.INCOMPLETE);
    }

    @Example
    void auditsOfDifferentSpecificationsAreNotMerged() {
        AuditSpec other = builder().staleAfter(9).build();

        assertThatThrownBy(() -> new AuditFold(SPEC).merge(new AuditFold(other)))
                .hasMessage("specification must be the same, was another");
        assertThat(builder().build()).isEqualTo(SPEC);
    }

    @Example
    void aFieldThatIsNotThereIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> builder().wanted("emial", "city", "owner").build())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("wanted: must be the name of a field, was \"emial\". Did you mean \"email\"?")
                .hasMessageContaining("\"owner\"")
                .hasMessageNotContaining("\"city\"");
    }

    @Example
    void withoutAChoiceAllFieldsAreWantedAndSpansAreTheUsualOnes() {
        AuditSpec spec =
                AuditSpec.builder(FieldCatalog.standard(), ZoneOffset.UTC).build();

        assertThat(spec.completeness().wanted())
                .isEqualTo(spec.completeness().fields())
                .isEqualTo(spec.staleness().fields())
                .contains("email", "appointmentAt")
                .doesNotContain("owner", "stage");
        assertThat(spec.staleness().days()).isEqualTo(Staleness.USUAL_DAYS).isEqualTo(365);
        assertThat(spec.neglect().days()).isEqualTo(Neglect.USUAL_DAYS).isEqualTo(30);
    }

    @Example
    void spansBelowZeroAreRefused() {
        assertThatThrownBy(() -> builder().staleAfter(-1).build()).hasMessage("days must be 0 or more, was -1");
        assertThatThrownBy(() -> builder().quietAfter(-1).build()).hasMessage("days must be 0 or more, was -1");
    }
}
