package dev.leadkit.examples.quickstart;

import dev.leadkit.desk.DeskResult;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something in the life of a lead that the desk must be told at its time.
 *
 * @param at when
 * @param lead which lead
 * @param change what
 */
record Happening(Instant at, LeadId lead, Change change) implements Comparable<Happening> {

    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::lead)
            .thenComparing(happening -> happening.change().rank())
            .thenComparing(happening -> happening.change().toString());

    @Override
    public int compareTo(Happening other) {
        return ORDER.compare(this, other);
    }

    /** What happens. */
    sealed interface Change {

        /** Of two at the same moment, the one of the lower rank comes first. */
        int rank();

        /** Tells the desk. */
        DeskResult<?> tell(LeadDesk desk, LeadId lead);
    }

    /** The lead is scored and handed to a rep or a queue. */
    record Route() implements Change {

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public DeskResult<?> tell(LeadDesk desk, LeadId lead) {
            DeskResult<?> scored = desk.score(lead);
            return scored.answer().isPresent() ? desk.route(lead) : scored;
        }
    }

    /**
     * The lead enters a stage.
     *
     * @param to which
     */
    record Move(Stage to) implements Change {

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public DeskResult<?> tell(LeadDesk desk, LeadId lead) {
            return desk.move(lead, to, "as told by the file");
        }
    }

    /**
     * The lead becomes a customer.
     *
     * @param value what it is worth, if told
     */
    record Convert(Optional<Money> value) implements Change {

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public DeskResult<?> tell(LeadDesk desk, LeadId lead) {
            return value.map(worth -> desk.convert(lead, worth)).orElseGet(() -> desk.convert(lead));
        }
    }

    /**
     * The lead is given up.
     *
     * @param reason why
     */
    record Lose(String reason) implements Change {

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public DeskResult<?> tell(LeadDesk desk, LeadId lead) {
            return desk.lose(lead, reason);
        }
    }
}
