package dev.leadkit.metrics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AuditFactsTest {

    private static final Instant T1 = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant T2 = Instant.parse("2026-02-01T09:00:00Z");
    private static final Instant T3 = Instant.parse("2026-03-01T09:00:00Z");

    private static AuditFacts facts(Story story) {
        return AuditFacts.of(story.history(), values -> List.of());
    }

    private static FieldValues city(String city) {
        return FieldValues.builder().set(StandardFields.CITY, city).build();
    }

    @Test
    void theNewestWordCountsAlsoWhereItRepeatsTheValue() {
        Story story = new Story("a").captured(T1, true, "new", city("Kiel")).updated(T2, city("Kiel"));

        assertThat(facts(story).words()).isEqualTo(new TreeMap<>(Map.of("city", Optional.of(T2))));
    }

    @Test
    void anEnrichmentAndWishesAreWords() {
        Story story = new Story("a")
                .captured(T1, "web")
                .enriched(T2, city("Kiel"))
                .wishesAppointment(T2, T3)
                .prefers(T3, Channel.PHONE);

        assertThat(facts(story).words())
                .containsOnly(
                        Map.entry("appointmentAt", Optional.of(T2)),
                        Map.entry("city", Optional.of(T2)),
                        Map.entry("preferredChannel", Optional.of(T3)),
                        Map.entry("source", Optional.of(T1)));
    }

    @Test
    void aProvidersWordOnWhatWasSubmittedIsNone() {
        Story story = new Story("a").captured(T1, true, "new", city("Kiel")).enriched(T2, city("Bonn"));

        assertThat(facts(story).words()).isEqualTo(new TreeMap<>(Map.of("city", Optional.of(T1))));
    }

    @Test
    void aWordOfAnUndatedSubmissionHasNoInstant() {
        Story story = new Story("a").captured(T1, true, "new", city("Kiel")).updated(T2, false, city("Bonn"));

        assertThat(facts(story).words()).containsOnly(Map.entry("city", Optional.empty()));
    }

    @Test
    void aWordOfAnUndatedCaptureHasNoInstant() {
        Story story = new Story("a").captured(T1, false, "new", city("Kiel"));

        assertThat(facts(story).words()).containsOnly(Map.entry("city", Optional.empty()));
    }

    @Test
    void aClearedFieldAndABlankTextHaveNoWord() {
        FieldValues both = city("Kiel")
                .overlay(FieldValues.builder().set(StandardFields.REGION, " ").build());
        Story story = new Story("a")
                .captured(T1, true, "new", both)
                .updated(T2, FieldValues.builder().clear("city").build());

        assertThat(facts(story).words()).isEmpty();
    }

    @Test
    void fieldsThatTheLibraryKeepsAreNoWords() {
        FieldValues owner = FieldValues.builder().set(StandardFields.GRADE, "A").build();

        assertThat(facts(new Story("a").captured(T1, true, "new", owner)).words())
                .isEmpty();
    }

    @Test
    void factsHoldNoValueAndShowNone() {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress("ada@a.example"))
                .build();
        Story story = new Story("a").captured(T1, true, "new", values);
        AuditFacts facts = AuditFacts.of(story.history(), all -> List.of(new MatchKey("email", "ada@a.example")));

        assertThat(facts.words()).containsOnlyKeys("email");
        assertThat(facts.keys()).extracting(HashedKey::kind).containsExactly("email");
        assertThat(facts).hasToString("AuditFacts[a]");
        assertThat(facts.keys()).hasToString("[HashedKey[email]]");
        assertThat(facts.toString() + facts.keys() + facts.words()).doesNotContain("ada");
    }

    @Test
    void equalKeysHaveEqualHashesAndOthersHaveNot() {
        HashedKey key = HashedKey.of(new MatchKey("phone", "+4930231257"));

        assertThat(key).isEqualTo(HashedKey.of(new MatchKey("phone", "+4930231257")));
        assertThat(key).isNotEqualTo(HashedKey.of(new MatchKey("phone", "+4930231258")));
        assertThat(key).isNotEqualTo(HashedKey.of(new MatchKey("fax", "+4930231257")));
        assertThat(key.high()).isNotEqualTo(key.low()).isNotZero();
    }

    @Test
    void anOpenLeadIsCaredForByItsRepItsQueueOrNobody() {
        assertThat(care(story -> story)).contains(Care.NOBODY);
        assertThat(care(story -> story.queued(T2))).contains(Care.QUEUE);
        assertThat(care(story -> story.queued(T2).assigned(T3))).contains(Care.OWNER);
        assertThat(care(story -> story.assigned(T2).queued(T3))).contains(Care.OWNER);
    }

    @Test
    void aLeadThatWasWonOrLostOrNeverCapturedIsNotOpen() {
        assertThat(care(story -> story.converted(T2))).isEmpty();
        assertThat(care(story -> story.lost(T2))).isEmpty();
        assertThat(care(story -> story.lost(T2).moved(T3, "new"))).contains(Care.NOBODY);
        assertThat(facts(new Story("a").assigned(T1)).open()).isEmpty();
    }

    private static Optional<Care> care(UnaryOperator<Story> more) {
        return facts(more.apply(new Story("a").captured(T1, "web"))).open().map(OpenLead::care);
    }

    static Stream<Arguments> later() {
        return Stream.of(
                sign("submission", story -> story.updated(T2, city("Kiel"))),
                sign("touch", story -> story.touched(T2)),
                sign("inbound", story -> story.interacted(T2, Direction.INBOUND, Actor.AUTOMATED)),
                sign("outbound", story -> story.interacted(T2, Direction.OUTBOUND, Actor.HUMAN)),
                sign("channel", story -> story.prefers(T2, Channel.PHONE)),
                sign("move", story -> story.moved(T2, "mql")),
                sign("assignment", story -> story.assigned(T2)),
                sign("past appointment", story -> story.wishesAppointment(T2, T1)),
                sign("later appointment", story -> story.wishesAppointment(T1, T2)),
                none("score", story -> story.scored(T2, 9)),
                none("enrichment", story -> story.enriched(T2, city("Kiel"))),
                none("queue", story -> story.queued(T2)));
    }

    private static Arguments sign(String name, UnaryOperator<Story> more) {
        return Arguments.of(name, more, T2);
    }

    private static Arguments none(String name, UnaryOperator<Story> more) {
        return Arguments.of(name, more, T1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("later")
    void whatIsASignOfLifeAndWhatIsNot(String name, UnaryOperator<Story> more, Instant expected) {
        Story story = more.apply(new Story("a").captured(T1, "web"));

        assertThat(facts(story).open().orElseThrow().quietSince()).as(name).isEqualTo(expected);
    }

    @Test
    void anUndatedCaptureIsASignAtItsImport() {
        Story story = new Story("a").captured(T2, false, "new", city("Kiel"));

        assertThat(facts(story).open().orElseThrow().quietSince()).isEqualTo(T2);
    }

    @Test
    void theSourceIsTheFirstOneOrMissing() {
        assertThat(facts(new Story("a").captured(T1, "web").updated(T2, Story.source("ads")))
                        .source())
                .isEqualTo("web");
        assertThat(facts(new Story("a").captured(T1, "")).source()).isEqualTo("(missing)");
    }
}
