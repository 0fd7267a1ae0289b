package dev.leadkit.condition.index;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Decimals;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldLookup;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One lead at a time, slot by slot: the shortest way from a host's own object to an answer. Each value is replaced by what
 * the index makes of it as soon as it is set. Filled, asked, cleared and filled again, by one thread; of use with the index
 * that made it only.
 */
public final class LeadRecord {

    private static final LeadId ID = new LeadId("record");
    private static final int LONGEST_NUMBER = 100;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long EARLIEST_MILLI = EventHeader.EARLIEST.toEpochMilli();
    private static final long LATEST_MILLI = EventHeader.LATEST.toEpochMilli();

    final CompiledIndex index;
    final Cell[] cells;

    /** The dates that somebody asks for the age of. */
    final Dates dates;

    /** When the interactions were that somebody asks for. */
    final MomentsTold moments;

    int events;
    private long lastMicro;
    private short lastNano;

    /** Of no use but that values were looked at. */
    @SuppressWarnings("UnusedVariable")
    private long fetched;

    /** What the host's conditions and rules look at themselves; kept only where there are such. */
    private FieldValues.@Nullable Builder values;

    private List<Interacted> interactions = new ArrayList<>();
    private boolean areRead;
    private @Nullable Lead lead;
    private final FieldLookup.Found reading = this::read;
    private @Nullable FieldLookup lookup;
    private final @Nullable InteractionMemo memo;

    LeadRecord(CompiledIndex index) {
        this.index = index;
        this.cells = index.missing.clone();
        this.dates = new Dates(index.ages.length, index.whose);
        this.moments = new MomentsTold(index.types.filters());
        this.memo = index.types.isEmpty() || !index.memo ? null : new InteractionMemo(index.types);
    }

    /** The filters that an interaction passes. */
    private int[] passed(Interaction interaction) {
        requireNonNull(interaction, "interaction");
        InteractionMemo known = memo;
        return known == null ? index.types.of(interaction) : known.of(interaction);
    }

    /** What stays as it is: what all cells say together, the dates, and behind them the moments. */
    MomentsKept kept() {
        CellSums sums = new CellSums(index);
        sums.add(cells, 0);
        MomentsKept kept = moments.kept(sums.words() + dates.length());
        sums.write(kept.words);
        System.arraycopy(dates.words(), 0, kept.words, sums.words(), dates.length());
        return kept;
    }

    /**
     * Forgets the lead.
     *
     * @return this, without values and interactions
     */
    public LeadRecord clear() {
        System.arraycopy(index.missing, 0, cells, 0, cells.length);
        dates.clear();
        moments.clear();
        events = 0;
        if (index.keeps) {
            values = null;
            interactions = new ArrayList<>();
            areRead = false;
            lead = null;
        }
        return this;
    }

    /**
     * Forgets the lead, and the interactions of leads before that it remembers to know them again: for a record that will not be needed for a while.
     *
     * @return this, without values and interactions
     */
    public LeadRecord forget() {
        if (memo != null) {
            memo.clear();
        }
        return clear();
    }

    /** Looks at the values of a lead that will be read. */
    void fetch(Lead soon) {
        lookup().fetch(soon.values());
    }

    /**
     * Asks for a text that will be set, so that it comes from memory while others are on their way: of use where leads are in no cache of the
     * processor, for all texts of a lead before the first of them is set. Changes nothing.
     *
     * @param text the text; null where it is missing
     * @return this
     */
    public LeadRecord fetch(@Nullable String text) {
        fetched += text == null ? 0 : text.length();
        return this;
    }

    /**
     * Asks for a number, or the moment of an interaction, that will be set: reading it to hand it over brings the object that has it.
     *
     * @param value the number, of whatever meaning
     * @return this
     * @see #fetch(String)
     */
    public LeadRecord fetch(long value) {
        fetched += value;
        return this;
    }

    /**
     * Gives a field a value.
     *
     * @param slot the field's place
     * @param value its value; null where it is missing
     * @param <F> the field's type
     * @return this
     * @throws IllegalArgumentException if it is a number of more than 100 characters
     */
    public <F> LeadRecord set(Slot<F> slot, @Nullable F value) {
        if (value instanceof BigDecimal number
                && (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER)) {
            checkLength(slot.field(), number);
        }
        put(slot, value);
        return this;
    }

    /**
     * Gives a text field a text.
     *
     * @param slot the field's place
     * @param value its value; null where it is missing
     * @return this
     */
    public LeadRecord set(Slot<String> slot, @Nullable String value) {
        Domain.TextCells texts = slot.texts;
        if (texts != null) {
            cells[slot.value] = value == null ? index.missing[slot.value] : texts.text(value);
        }
        if (index.looksAgain) {
            lookAgain(slot, value);
        }
        return this;
    }

    private static void checkLength(Field<?> field, BigDecimal number) {
        if (FieldType.NUMBER.canonical(number).isEmpty()) {
            throw new IllegalArgumentException(
                    field.name() + " must be a number of at most 100 characters, was a longer one");
        }
    }

    private <F> void put(Slot<F> slot, @Nullable F value) {
        if (slot.value >= 0) {
            Domain.Reader<F> reader = slot.reader;
            cells[slot.value] = value == null || reader == null ? index.missing[slot.value] : reader.cell(value);
        }
        if (slot.age >= 0) {
            dates.set(slot.age, value);
        }
        if (index.looksAgain) {
            lookAgain(slot, value);
        }
    }

    /** At what is not only told by cells. */
    private <F> void lookAgain(Slot<F> slot, @Nullable F value) {
        if (slot == index.zone) {
            dates.zone((String) value);
        }
        if (index.keeps) {
            keep(slot.field(), value);
        }
    }

    private <F> void keep(Field<F> field, @Nullable F value) {
        FieldValues.Builder kept = values();
        if (value == null) {
            kept.clear(field.name());
        } else {
            kept.set(field, value);
        }
    }

    private FieldValues.Builder values() {
        if (values == null) {
            values = lead == null ? FieldValues.builder() : lead.values().toBuilder();
            lead = null;
        }
        return values;
    }

    /**
     * Gives a number field a whole number.
     *
     * @param slot the field's place
     * @param value its value
     * @return this
     */
    public LeadRecord set(Slot<BigDecimal> slot, long value) {
        if (index.keeps) {
            return set(slot, BigDecimal.valueOf(value));
        }
        OrderedReader<BigDecimal> numbers = slot.numbers;
        if (numbers != null) {
            cells[slot.value] = numbers.cell(value);
        }
        return this;
    }

    /**
     * Gives a number field a number.
     *
     * @param slot the field's place
     * @param value its value, taken as the shortest decimal that is this double; what is no finite number, or one of more
     *     than 100 characters, is missing
     * @return this
     */
    public LeadRecord set(Slot<BigDecimal> slot, double value) {
        if (index.keeps || !isShort(value)) {
            return set(slot, Double.isFinite(value) ? decimal(value) : null);
        }
        OrderedReader<BigDecimal> numbers = slot.numbers;
        if (numbers != null) {
            cells[slot.value] = numbers.cell(value);
        }
        return this;
    }

    private static boolean isShort(double value) {
        double magnitude = Math.abs(value);
        return magnitude < 1e80 && (magnitude > 1e-60 || value == 0);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return FieldType.NUMBER.canonical(Decimals.shortest(value)).orElse(null);
    }

    /**
     * Adds an interaction; they are told oldest first.
     *
     * @param interaction what took place
     * @param at when
     * @return this
     * @throws IllegalArgumentException if it is older than the one before, or not in the range of {@link EventHeader}
     */
    public LeadRecord interaction(Interaction interaction, Instant at) {
        if (!EventHeader.isInRange(at)) {
            throw new IllegalArgumentException("instant of an interaction must be within the years 1 to 9999");
        }
        long micro = EventHeader.micros(at);
        short nano = EventHeader.nanosBeyondMicro(at);
        add(micro, nano, passed(interaction));
        if (index.keeps) {
            EventId id = new EventId(Integer.toString(events));
            own().add(new Interacted(new EventHeader(id, ID, at, at), interaction));
        }
        return this;
    }

    /**
     * Adds an interaction; they are told oldest first.
     *
     * @param interaction what took place
     * @param epochMilli when, in milliseconds since 1970 in UTC
     * @return this
     * @throws IllegalArgumentException if it is older than the one before, or not in the range of {@link EventHeader}
     */
    public LeadRecord interaction(Interaction interaction, long epochMilli) {
        if (index.keeps || epochMilli < EARLIEST_MILLI || epochMilli > LATEST_MILLI) {
            return interaction(interaction, Instant.ofEpochMilli(epochMilli));
        }
        add(epochMilli * MICROS_PER_MILLI, (short) 0, passed(interaction));
        return this;
    }

    /**
     * Adds an interaction without properties; they are told oldest first.
     *
     * @param type what it was, such as {@code email.opened}
     * @param direction which way it went
     * @param epochMilli when, in milliseconds since 1970 in UTC
     * @return this
     * @throws IllegalArgumentException if it is older than the one before, or not in the range of {@link EventHeader}
     */
    public LeadRecord interaction(String type, Direction direction, long epochMilli) {
        int[] known = index.keeps ? null : index.types.plain(type, direction);
        if (known == null || epochMilli < EARLIEST_MILLI || epochMilli > LATEST_MILLI) {
            return interaction(
                    new Interaction(type, direction, Actor.AUTOMATED, Map.of()), Instant.ofEpochMilli(epochMilli));
        }
        add(epochMilli * MICROS_PER_MILLI, (short) 0, known);
        return this;
    }

    private void add(long micro, short nano, int[] filters) {
        if (events > 0 && (micro < lastMicro || (micro == lastMicro && nano < lastNano))) {
            throw new IllegalArgumentException("interactions must be told oldest first, was one before the last");
        }
        lastMicro = micro;
        lastNano = nano;
        events++;
        moments.add(filters, micro, nano);
    }

    /**
     * Reads a lead with its interactions. Values are those after all events, whatever instant is asked about.
     *
     * @param history its events
     * @return this, about that lead
     */
    public LeadRecord read(LeadHistory history) {
        read(history.lead());
        readInteractions(history.interactions());
        return this;
    }

    /**
     * Reads a lead, without interactions.
     *
     * @param known the lead
     * @return this, about that lead
     */
    public LeadRecord read(Lead known) {
        clear();
        find(known);
        return this;
    }

    private void find(Lead known) {
        lookup().find(known.values(), reading);
        lead = index.keeps ? known : null;
    }

    /** Most records are filled by slots and never need it. */
    private FieldLookup lookup() {
        if (lookup == null) {
            lookup = new FieldLookup(index.fields);
        }
        return lookup;
    }

    void read(Facts facts) {
        clear();
        dates.in(facts.zone());
        find(facts.lead());
        readInteractions(facts.interactions());
    }

    @SuppressWarnings("unchecked")
    private void read(int field, Object value) {
        Slot<Object> slot = (Slot<Object>) index.slots[field];
        if (slot.reader != null) {
            cells[slot.value] = slot.reader.cell(value);
        }
        if (slot.age >= 0) {
            dates.set(slot.age, value);
        }
        if (slot == index.zone) {
            dates.zone((String) value);
        }
    }

    /** What was read is somebody else's list. */
    private List<Interacted> own() {
        interactions = areRead ? new ArrayList<>(interactions) : interactions;
        areRead = false;
        return interactions;
    }

    private void readInteractions(List<Interacted> all) {
        if (!index.types.isEmpty()) {
            for (int i = 0; i < all.size(); i++) {
                Interacted each = all.get(i);
                EventHeader header = each.header();
                moments.add(passed(each.interaction()), header.occurredMicros(), header.occurredNanos());
            }
        }
        events = all.size();
        if (events > 0) {
            EventHeader last = all.get(events - 1).header();
            lastMicro = last.occurredMicros();
            lastNano = last.occurredNanos();
        }
        interactions = index.keeps ? all : interactions;
        areRead = index.keeps;
    }

    /**
     * Keeps the lead for later.
     *
     * @return what the record holds now, read-only
     */
    public EncodedLead encode() {
        return new EncodedLead(this);
    }

    private Lead lead() {
        Lead known = lead;
        return known == null ? Lead.builder(ID).overlay(values().build()).build() : known;
    }

    /** The lead; only where an index keeps what is needed for it. */
    LeadThen then() {
        return new LeadThen(lead(), interactions);
    }

    @Override
    public String toString() {
        return "LeadRecord[" + events + " interactions]";
    }
}
