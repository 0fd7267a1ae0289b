package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.kit.ConcurrentAssignmentLedgerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryAssignmentLedgerTest extends ConcurrentAssignmentLedgerContract {

    @Override
    protected AssignmentLedger newLedger() {
        return AssignmentLedger.inMemory();
    }

    @Test
    void startsAgainWithThePlacesThatTheHostKnows() {
        Place known = new Place(new LeadId("lead"), new RepId("ann"), 7, true);
        AssignmentLedger ledger = AssignmentLedger.inMemory(List.of(known));

        assertThat(ledger.reserve(ask(known.lead(), new Bid(known.rep(), 9)))).isEqualTo(new ReserveResult.Held(known));
        assertThat(ledger.reserve(ask(new LeadId("other"), new Bid(known.rep(), 1))))
                .isEqualTo(new ReserveResult.Full());
        assertThat(ledger.release(known.lead(), 7)).isTrue();
        assertThat(granted(ledger.reserve(ask(known.lead(), new Bid(known.rep(), 1))))
                        .token())
                .isGreaterThan(7);
    }

    @Test
    void refusesToStartWithTwoPlacesForALead() {
        Place one = new Place(new LeadId("lead"), new RepId("ann"), 1, true);
        Place two = new Place(new LeadId("lead"), new RepId("bob"), 2, true);

        assertThatThrownBy(() -> AssignmentLedger.inMemory(List.of(one, two)))
                .hasMessageContaining("lead must have one place");
    }
}
