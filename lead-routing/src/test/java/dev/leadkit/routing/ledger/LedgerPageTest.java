package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/routing-ledger.md}: what stands there stands here, and does what is said there. */
final class LedgerPageTest {

    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");
    private static final LeadId ONE = new LeadId("one");
    private static final LeadId TWO = new LeadId("two");
    private static final LeadId THREE = new LeadId("three");

    private final StringBuilder told = new StringBuilder();

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-03-01T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void tell(Object answer) {
        if (answer instanceof ReserveResult.Granted granted) {
            Place place = granted.place();
            String until = place.until().map(end -> " until " + end).orElse("");
            told.append("Granted " + place.rep() + " token " + place.token() + until);
        } else {
            told.append(answer instanceof ReserveResult ? answer.getClass().getSimpleName() : answer);
        }
        told.append('\n');
    }

    @Test
    @DisplayName("The worked example of the page is true")
    void example() throws IOException {
        Clock clock = new Clock();
        // tag::example[]
        AssignmentLedger ledger = AssignmentLedger.inMemory(clock);
        Terms offer = Terms.STANDARD.leased(Lease.of(Duration.ofMinutes(15)));
        List<Bid> bids = List.of(new Bid(ANN, 2, 3), new Bid(BOB, 2, 3));

        tell(ledger.reserve(new Reservation(ONE, "inbound", 0, bids, List.of(), offer)));
        tell(ledger.reserve(new Reservation(TWO, "inbound", 0, bids, List.of(), offer)));
        tell(ledger.reserve(new Reservation(THREE, "inbound", 0, bids, List.of(), offer)));
        tell(ledger.commit(ONE, 1));
        clock.pass(Duration.ofMinutes(15));
        tell(ledger.commit(TWO, 1));
        Terms move = Terms.STANDARD.replacing(1);
        tell(ledger.reserve(new Reservation(ONE, "inbound", 0, bids.subList(1, 2), List.of(), move)));
        for (Change change : ledger.changes(0, 100).list()) {
            tell(change.position() + " " + change.sort() + " " + change.place().rep() + " " + change.units());
        }
        // end::example[]

        Path base = Path.of(System.getProperty("basedir", "."));
        String page = Files.readString(base.resolve("../docs/routing-ledger.md"));
        String source = Files.readString(base.resolve("src/test/java/dev/leadkit/routing/ledger/LedgerPageTest.java"));
        String code = source.substring(
                        source.indexOf("// tag::example[]") + 18, source.indexOf("        // end::example[]"))
                .replaceAll("(?m)^ {8}", "");
        assertThat(block(page, "```java\n")).isEqualTo(code);
        assertThat(block(page, "```text\n")).isEqualTo(told.toString());
    }

    private static String block(String page, String start) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("```", from));
    }
}
