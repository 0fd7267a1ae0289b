package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.desk.DeskResult;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import java.util.Optional;

/** A turn in a lead's life, as a file tells it. */
public sealed interface Turn {

    /** Of two at the same moment, the one of the lower rank comes first. */
    int rank();

    /** Tells the desk. */
    DeskResult<Lead> tell(LeadDesk desk, LeadId lead);

    /**
     * The lead enters a stage.
     *
     * @param to which
     */
    record Move(Stage to) implements Turn {

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public DeskResult<Lead> tell(LeadDesk desk, LeadId lead) {
            return desk.move(lead, to, "as told by the file");
        }
    }

    /**
     * The lead becomes a customer.
     *
     * @param value what it is worth, if told
     */
    record Convert(Optional<Money> value) implements Turn {

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public DeskResult<Lead> tell(LeadDesk desk, LeadId lead) {
            return value.map(worth -> desk.convert(lead, worth)).orElseGet(() -> desk.convert(lead));
        }
    }

    /**
     * The lead is given up.
     *
     * @param reason why
     */
    record Lose(String reason) implements Turn {

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public DeskResult<Lead> tell(LeadDesk desk, LeadId lead) {
            return desk.lose(lead, reason);
        }
    }
}
