package dev.leadkit.event;

import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Identifiers and headers are kept as bits; nobody may notice. */
final class EventHeaderProperties {

    private static final int DIGITS = 32;

    @Provide
    Arbitrary<String> ids() {
        Arbitrary<String> derived = Arbitraries.strings()
                .withChars("0123456789abcdef")
                .ofLength(DIGITS)
                .map(hex -> "E-" + hex);
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("0f9aAgF-E")
                .ofMinLength(DIGITS - 1)
                .ofMaxLength(DIGITS + 1)
                .map(text -> "E-" + text);
        return Arbitraries.oneOf(derived, nearly, Arbitraries.of("a", "E-", "E", "Z", "E-00", "\u00e9"));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(EventHeader.EARLIEST.getEpochSecond(), EventHeader.LATEST.getEpochSecond())
                .flatMap(second -> Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 999_999_000),
                                Arbitraries.of(0, 1, 999, 1_000, 1_001, 500_000_000, 999_999_000))
                        .map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    @Property
    void anIdentifierIsTheTextThatItWasMadeOf(@ForAll("ids") String one, @ForAll("ids") String other) {
        EventId id = new EventId(one);
        assertThat(id.value()).isEqualTo(one);
        assertThat(id).hasToString(one).isEqualTo(new EventId(one)).hasSameHashCodeAs(new EventId(one));
        assertThat(id.equals(new EventId(other))).isEqualTo(one.equals(other));
        assertThat(Integer.signum(id.compareTo(new EventId(other)))).isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Property
    void aLeadIsTheTextThatItWasMadeOf(@ForAll("ids") String one, @ForAll("ids") String other) {
        String here = one.replaceFirst("E-.{12}", "L-");
        String there = other.replaceFirst("E-.{12}", "L-");
        LeadId id = new LeadId(here);
        assertThat(id.value()).isEqualTo(here);
        assertThat(id).hasToString(here).isEqualTo(new LeadId(here)).hasSameHashCodeAs(new LeadId(here));
        assertThat(id.equals(new LeadId(there))).isEqualTo(here.equals(there));
        assertThat(Integer.signum(id.compareTo(new LeadId(there)))).isEqualTo(Integer.signum(here.compareTo(there)));
    }

    @Property
    void identifiersThatDifferInOneBitDiffer(@ForAll("ids") String text, @ForAll int bit) {
        byte[] bytes = new byte[DIGITS / 2];
        String zero = "E-" + HexFormat.of().formatHex(bytes);
        bytes[Math.floorMod(bit, 128) / 8] = (byte) (1 << Math.floorMod(bit, 8));
        String one = "E-" + HexFormat.of().formatHex(bytes);
        assertThat(new EventId(zero)).isNotEqualTo(new EventId(one)).isLessThan(new EventId(one));
        assertThat(new LeadId("L-" + zero.substring(14))).isNotEqualTo(new LeadId(text));
    }

    @Property
    void aHeaderGivesBackWhatItWasGiven(
            @ForAll("ids") String id,
            @ForAll("instants") Instant occurred,
            @ForAll("instants") Instant recorded,
            @ForAll("instants") Instant another) {
        EventHeader header = new EventHeader(new EventId(id), LEAD, occurred, recorded);
        assertThat(header.id()).isEqualTo(new EventId(id));
        assertThat(header.lead()).isEqualTo(LEAD);
        assertThat(header.occurredAt()).isEqualTo(occurred);
        assertThat(header.recordedAt()).isEqualTo(recorded);
        EventHeader same = new EventHeader(new EventId(id), LEAD, occurred, recorded);
        assertThat(header).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(header.equals(new EventHeader(new EventId(id), LEAD, another, recorded)))
                .isEqualTo(another.equals(occurred));
        assertThat(header.equals(new EventHeader(new EventId(id), LEAD, occurred, another)))
                .isEqualTo(another.equals(recorded));
        assertThat(header.equals(new EventHeader(new EventId(id), new LeadId("other"), occurred, recorded)))
                .isFalse();
        assertThat(header.equals(new EventHeader(new EventId(id + "x"), LEAD, occurred, recorded)))
                .isFalse();
    }

    @Property
    void headersAreOrderedByInstantThenByIdentifier(
            @ForAll("ids") String id,
            @ForAll("ids") String otherId,
            @ForAll("instants") Instant occurred,
            @ForAll("instants") Instant other) {
        EventHeader one = new EventHeader(new EventId(id), LEAD, occurred, occurred);
        for (Instant at : new Instant[] {occurred, other}) {
            EventHeader two = new EventHeader(new EventId(otherId), LEAD, at, occurred);
            int order = Comparator.comparing(EventHeader::occurredAt)
                    .thenComparing(header -> header.id().value())
                    .compare(one, two);
            assertThat(Integer.signum(one.compareTo(two))).isEqualTo(Integer.signum(order));
        }
    }

    @Test
    void instantsAreWithinTheYears1To9999() {
        EventId id = new EventId("e");
        new EventHeader(id, LEAD, EventHeader.EARLIEST, EventHeader.LATEST);
        Instant before = EventHeader.EARLIEST.minusNanos(1);
        Instant after = EventHeader.LATEST.plusNanos(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new EventHeader(id, LEAD, before, EventHeader.LATEST));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventHeader(id, LEAD, EventHeader.LATEST, after));
    }
}
