package dev.leadkit.metrics.quality;

import static dev.leadkit.metrics.quality.SmallAudit.END;
import static dev.leadkit.metrics.quality.SmallAudit.result;
import static dev.leadkit.metrics.quality.SmallAudit.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.KpiResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Open leads of every care, counted by hand. */
final class NeglectTest {

    private static final List<AuditFacts> LEADS = List.of(
            open("z-short", Care.NOBODY, 40),
            open("z-long", Care.NOBODY, 50),
            open("n-fresh", Care.NOBODY, 1),
            open("q-quiet", Care.QUEUE, 45),
            open("q-also", Care.QUEUE, 45),
            open("q-fresh", Care.QUEUE, 5),
            open("q-on", Care.QUEUE, 30),
            open("o-quiet", Care.OWNER, 100),
            open("o-appointed", Care.OWNER, -5),
            closed("c1"),
            closed("c2"));

    private static AuditFacts open(String id, Care care, int days) {
        OpenLead open = new OpenLead(care, END.minus(Duration.ofDays(days)));
        return new AuditFacts(new LeadId(id), "web", new TreeMap<>(), Optional.of(open), Set.of());
    }

    private static AuditFacts closed(String id) {
        return new AuditFacts(new LeadId(id), "web", new TreeMap<>(), Optional.empty(), Set.of());
    }

    private static LeadId[] ids(String... ids) {
        return List.of(ids).stream().map(LeadId::new).toArray(LeadId[]::new);
    }

    @Test
    @DisplayName("Two of nine open leads are nobody's and quiet, the longest quiet one first")
    void zombies() {
        Neglect.Quiet zombies = result(new Neglect(30), LEADS).zombies();
        assertThat(shown(zombies.leads())).isEqualTo("2 of 9 {closed=2}");
        assertThat(zombies.longest()).containsExactly(ids("z-long", "z-short"));
        assertThat(zombies.leads().definition().id()).isEqualTo("data.zombies/1?days=30");
        assertThat(zombies.leads().definition().meaning())
                .contains("in no queue")
                .contains("in the last 30 days, over all open leads. Closed leads are left out");
    }

    @Test
    @DisplayName(
            "Those in a queue and those with an owner are judged among their like; the others are left out and counted")
    void waitingAndSleeping() {
        Neglect.Forgotten forgotten = result(new Neglect(30), LEADS);
        assertThat(shown(forgotten.waiting().leads())).isEqualTo("2 of 4 {closed=2, open in another way=5}");
        assertThat(forgotten.waiting().longest()).containsExactly(ids("q-also", "q-quiet"));
        assertThat(forgotten.waiting().leads().definition().id()).isEqualTo("data.waiting/1?days=30");
        assertThat(forgotten.waiting().leads().definition().meaning()).startsWith("Open leads in a queue without");
        assertThat(shown(forgotten.sleeping().leads())).isEqualTo("1 of 2 {closed=2, open in another way=7}");
        assertThat(forgotten.sleeping().longest()).containsExactly(ids("o-quiet"));
        assertThat(forgotten.sleeping().leads().definition().id()).isEqualTo("data.sleeping/1?days=30");
        assertThat(forgotten.sleeping().leads().definition().meaning()).startsWith("Open leads with an owner and");
    }

    @Test
    @DisplayName("With a longer span fewer are quiet, and with none at all those of today are not")
    void spans() {
        assertThat(result(new Neglect(45), LEADS).zombies().longest()).containsExactly(ids("z-long"));
        assertThat(result(new Neglect(45), LEADS).waiting().longest()).isEmpty();
        List<AuditFacts> now = List.of(open("now", Care.NOBODY, 0), open("before", Care.NOBODY, 1));
        assertThat(result(new Neglect(0), now).zombies().longest()).containsExactly(ids("before"));
    }

    @Test
    @DisplayName("Without open leads nothing is known, and a lead that is only taken back is not listed")
    void undefined() {
        Neglect.Forgotten none = result(new Neglect(30), List.of(closed("c")));
        assertThat(shown(none.zombies().leads())).isEqualTo("no open leads {closed=1}");
        assertThat(shown(none.sleeping().leads())).isEqualTo("no such leads {closed=1}");
        assertThat(shown(none.waiting().leads())).isEqualTo("no such leads {closed=1}");
        Neglect.Quiet piece = result(
                        new Neglect(30),
                        List.of(open("kept", Care.NOBODY, 31)),
                        List.of(open("gone", Care.NOBODY, 40), open("away", Care.NOBODY, 41)))
                .zombies();
        assertThat(shown(piece.leads())).isEqualTo(KpiResult.INCOMPLETE);
        assertThat(piece.longest()).containsExactly(ids("kept"));
    }

    @Test
    @DisplayName("Days below zero are refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Neglect(-1))
                .withMessage("days must be 0 or more, was -1");
    }
}
