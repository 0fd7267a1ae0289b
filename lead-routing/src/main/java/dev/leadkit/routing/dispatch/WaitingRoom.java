package dev.leadkit.routing.dispatch;

import dev.leadkit.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Waiting leads, in lines of those who can be taken by the same reps and have the same priority. Only the heads of lines are
 * looked at, and a line that cannot go on is left alone until the next round; so a round costs no more than the lines there are
 * and the leads that find a rep. Leads of which it is not known, or that time alone may have changed, stand in lines of their own.
 */
final class WaitingRoom {

    private static final Comparator<Ticket> OLDEST =
            Comparator.comparing(Ticket::since).thenComparing(Ticket::lead);

    private final DispatchPolicy policy;
    private final Map<LeadId, Seat> seats = new HashMap<>();
    private final Map<Line, TreeSet<Ticket>> lines = new HashMap<>();
    private final TreeSet<Alarm> alarms = new TreeSet<>();

    /** A line: what its leads have in common. */
    private record Line(String alike, int priority) {}

    private record Seat(Ticket ticket, Line line, Optional<Instant> again) {}

    private record Alarm(Instant at, LeadId lead) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int first = at.compareTo(other.at);
            return first == 0 ? lead.compareTo(other.lead) : first;
        }
    }

    WaitingRoom(DispatchPolicy policy) {
        this.policy = policy;
    }

    /** Comes in, or sits down elsewhere; nothing is known of who could take the lead. */
    void add(Ticket ticket) {
        add(ticket, "", Optional.empty());
    }

    /** Comes in, or sits down elsewhere, because a decision said what the lead is like and when time may change that. */
    void add(Ticket ticket, String alike, Optional<Instant> again) {
        remove(ticket.lead());
        Line line = new Line(alike.isEmpty() ? "lead " + ticket.lead() : alike, ticket.priority());
        Optional<Instant> rested = ticket.resting().values().stream().min(Comparator.naturalOrder());
        Optional<Instant> alarm = again.filter(time -> rested.isEmpty() || time.isBefore(rested.get()))
                .or(() -> rested);
        seats.put(ticket.lead(), new Seat(ticket, line, alarm));
        lines.computeIfAbsent(line, none -> new TreeSet<>(OLDEST)).add(ticket);
        alarm.ifPresent(time -> alarms.add(new Alarm(time, ticket.lead())));
    }

    /** Stands in no line until a moment, and then in one of its own. */
    void setAside(Ticket ticket, Instant until) {
        remove(ticket.lead());
        Line none = new Line("aside " + ticket.lead(), ticket.priority());
        seats.put(ticket.lead(), new Seat(ticket, none, Optional.of(until)));
        alarms.add(new Alarm(until, ticket.lead()));
    }

    Optional<Ticket> remove(LeadId lead) {
        Seat seat = seats.remove(lead);
        if (seat == null) {
            return Optional.empty();
        }
        TreeSet<Ticket> line = lines.getOrDefault(seat.line(), new TreeSet<>(OLDEST));
        line.remove(seat.ticket());
        if (line.isEmpty()) {
            lines.remove(seat.line());
        }
        seat.again().ifPresent(time -> alarms.remove(new Alarm(time, lead)));
        return Optional.of(seat.ticket());
    }

    Optional<Ticket> find(LeadId lead) {
        return Optional.ofNullable(seats.get(lead)).map(Seat::ticket);
    }

    /** Nothing is known any more of who could take whom: there is another plan. */
    void forgetLines() {
        List.copyOf(seats.values()).forEach(seat -> add(seat.ticket()));
    }

    Optional<Instant> nextAlarm() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.first().at());
    }

    List<Ticket> tickets() {
        return seats.values().stream().map(Seat::ticket).sorted(OLDEST).toList();
    }

    /**
     * Calls leads up, the highest priority first and of those the oldest. Who is told false stays, and so does everybody who is
     * like that lead; who is told true stands in that line no more.
     */
    void round(Instant now, Predicate<Ticket> taken) {
        while (!alarms.isEmpty() && !alarms.first().at().isAfter(now)) {
            add(find(alarms.first().lead()).orElseThrow().at(now));
        }
        PriorityQueue<Head> heads = new PriorityQueue<>();
        lines.forEach((line, tickets) -> heads.add(head(line, tickets.first(), now)));
        Set<String> stuck = new HashSet<>();
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            Line line = head.line();
            if (stuck.contains(line.alike()) || find(head.ticket().lead()).isEmpty()) {
                continue;
            }
            if (!taken.test(head.ticket()) && isIn(line, head.ticket())) {
                stuck.add(line.alike());
            } else if (lines.containsKey(line)) {
                heads.add(head(line, lines.get(line).first(), now));
            }
        }
    }

    /** A lead that has changed stands in another line by now, and says nothing of those behind it. */
    private boolean isIn(Line line, Ticket ticket) {
        Seat seat = seats.get(ticket.lead());
        return seat != null && seat.line().equals(line);
    }

    private Head head(Line line, Ticket ticket, Instant now) {
        return new Head(line, ticket, policy.priority(ticket.priority(), Duration.between(ticket.since(), now)));
    }

    private record Head(Line line, Ticket ticket, long priority) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int higher = Long.compare(other.priority, priority);
            return higher == 0 ? OLDEST.compare(ticket, other.ticket) : higher;
        }
    }
}
