package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.scoring.engine.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.condition.index.RecordFiller;
import dev.leadkit.condition.index.Slot;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ManyTotalsProperties {

    private static final Field<String> COUNTRY = Field.text("country");

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<List<LeadHistory>> leads() {
        return LeadArbitraries.histories().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void manyTogetherHaveTheTotalsThatTheyHaveOneByOne(
            @ForAll("models") ScoringModel model,
            @ForAll("leads") List<LeadHistory> leads,
            @ForAll("moments") Instant asOf) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        Scorer scorer = engine.scorer();
        List<EncodedLead> encoded = leads.stream().map(engine::encode).toList();
        long[] oneByOne = leads.stream()
                .mapToLong(lead -> engine.scorer().total(engine.record().read(lead), asOf))
                .toArray();
        long[] filled = new long[leads.size()];
        long[] kept = new long[leads.size()];

        scorer.totals(leads, (lead, record) -> record.read(lead), asOf, filled);
        scorer.totals(encoded, asOf, kept);

        assertThat(filled).isEqualTo(oneByOne);
        assertThat(kept).isEqualTo(oneByOne);
    }

    /** A text for a lead; counts what it is asked, and fails at one. */
    private static final class Texts implements RecordFiller<String> {

        private final Slot<String> slot;
        private final List<String> fetched = new ArrayList<>();
        private final List<Integer> fetchedBefore = new ArrayList<>();

        Texts(ScoringEngine engine) {
            this.slot = engine.slot(COUNTRY);
        }

        @Override
        public void fetch(String lead, LeadRecord record) {
            assertThat(record.fetch(lead).fetch(lead.length())).isSameAs(record);
            fetched.add(lead);
        }

        @Override
        public void fill(String lead, LeadRecord record) {
            fetchedBefore.add(fetched.size());
            if (lead.equals("bad")) {
                throw new IllegalStateException("no such lead");
            }
            if (!lead.isEmpty()) {
                record.set(slot, lead);
            }
        }
    }

    private static ScoringEngine engine() {
        return ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension("d", d -> d.rule("de", field(COUNTRY).is("DE"), 5))
                .build());
    }

    @Test
    @DisplayName("Leads are fetched eight by eight, each once, before the first of the eight is filled in")
    void fetchesEight() {
        ScoringEngine engine = engine();
        Texts texts = new Texts(engine);
        List<String> leads = IntStream.range(0, 19)
                .mapToObj(i -> i % 3 == 0 ? "DE" : i % 3 == 1 ? "" : "FR")
                .toList();
        long[] totals = new long[20];
        totals[19] = 42;

        engine.scorer().totals(leads, texts, NOW, totals);

        assertThat(texts.fetched).isEqualTo(leads);
        assertThat(texts.fetchedBefore.subList(0, 8)).containsOnly(8);
        assertThat(texts.fetchedBefore.subList(8, 16)).containsOnly(16);
        assertThat(texts.fetchedBefore.subList(16, 19)).containsOnly(19);
        assertThat(Arrays.copyOf(totals, 19))
                .containsExactly(IntStream.range(0, 19)
                        .mapToLong(i -> i % 3 == 0 ? 5_000 : 0)
                        .toArray());
        assertThat(totals[19]).isEqualTo(42);
    }

    @Test
    @DisplayName("Without room for all totals nothing is asked")
    void needsRoom() {
        ScoringEngine engine = engine();
        Texts texts = new Texts(engine);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.scorer().totals(List.of("DE", "FR"), texts, NOW, new long[1]))
                .withMessage("into must have room for 2 totals, had it for 1");
        assertThat(texts.fetched).isEmpty();
        List<EncodedLead> encoded = List.of(engine.record().encode());
        assertThatIllegalArgumentException().isThrownBy(() -> engine.scorer().totals(encoded, NOW, new long[0]));
    }

    @Test
    @DisplayName("What the filler throws is thrown on, and the scorer goes on being of use")
    void fillerThrows() {
        ScoringEngine engine = engine();
        Scorer scorer = engine.scorer();
        Texts texts = new Texts(engine);
        long[] totals = {-1, -1, -1};

        assertThatThrownBy(() -> scorer.totals(List.of("DE", "bad", "DE"), texts, NOW, totals))
                .hasMessage("no such lead");

        assertThat(totals).containsExactly(5_000, -1, -1);
        scorer.totals(List.of("", "DE"), texts, NOW, totals);
        assertThat(totals).containsExactly(0, 5_000, -1);
    }

    @Test
    @DisplayName("A filler may ask the same scorer for other totals meanwhile")
    void within() {
        ScoringEngine engine = engine();
        Scorer scorer = engine.scorer();
        Slot<String> slot = engine.slot(COUNTRY);
        long[] inner = new long[1];
        long[] totals = new long[3];

        scorer.totals(
                List.of("DE", "FR", "DE"),
                (lead, record) -> {
                    record.set(slot, lead);
                    scorer.totals(List.of("DE"), new Texts(engine), NOW, inner);
                },
                NOW,
                totals);

        assertThat(totals).containsExactly(5_000, 0, 5_000);
        assertThat(inner).containsExactly(5_000);
    }

    /** One that keeps what its custom rule may ask for. */
    private static ScoringEngine keeping() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "d",
                        d -> d.each("visits", interaction("visit").filter(), Worth.points(1))
                                .custom("own", "any", Map.of()))
                .build();
        return ScoringEngine.of(model, RuleRegistry.EMPTY.with("any", with -> facts -> RuleResult.of(Points.ZERO)));
    }

    /** Sets a text and an interaction that nobody else holds. */
    private static List<WeakReference<Object>> fill(ScoringEngine engine, String lead, LeadRecord record) {
        String text = lead + "!";
        Interaction visit = Interaction.inbound("visit");
        record.set(engine.slot(COUNTRY), text).interaction(visit, NOW);
        return List.of(new WeakReference<>(text), new WeakReference<>(visit));
    }

    private static void assertLetGo(List<WeakReference<Object>> given) {
        System.gc();
        assertThat(given).hasSize(4).allMatch(each -> each.get() == null);
    }

    @Test
    @DisplayName("Nothing of a lead is held when they are told")
    void letsGo() {
        ScoringEngine engine = keeping();
        Scorer scorer = engine.scorer();
        List<WeakReference<Object>> given = new ArrayList<>();

        scorer.totals(
                List.of("one", "two"), (lead, record) -> given.addAll(fill(engine, lead, record)), NOW, new long[2]);

        assertLetGo(given);
        assertThat(scorer.total(Leads.blank().history(), NOW)).isZero();
    }

    @Test
    @DisplayName("Nothing of an encoded lead is held when they are told")
    void letsGoOfEncoded() {
        ScoringEngine engine = keeping();
        Scorer scorer = engine.scorer();
        List<WeakReference<Object>> given = new ArrayList<>();

        scorer.totals(encoded(engine, given), NOW, new long[2]);

        assertLetGo(given);
        assertThat(scorer.total(Leads.blank().history(), NOW)).isZero();
    }

    private static List<EncodedLead> encoded(ScoringEngine engine, List<WeakReference<Object>> given) {
        return Stream.of("one", "two")
                .map(lead -> {
                    LeadRecord record = engine.record();
                    given.addAll(fill(engine, lead, record));
                    return record.encode();
                })
                .toList();
    }

    @Test
    @DisplayName("An encoded lead of another engine is refused")
    void ofAnother() {
        List<EncodedLead> encoded = List.of(engine().record().encode());
        assertThatIllegalArgumentException().isThrownBy(() -> engine().scorer().totals(encoded, NOW, new long[1]));
    }
}
