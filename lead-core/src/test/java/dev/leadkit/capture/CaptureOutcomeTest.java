package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaptureOutcomeTest {

    private static final LeadId LEAD = new LeadId("L-1");
    private static final List<Fault> FAULTS = List.of(new Fault("email", "an e-mail address", ""));

    @Test
    void onlyWhatBecameALeadIsCaptured() {
        assertThat(new CaptureOutcome.Accepted(LEAD, FAULTS).captured()).isTrue();
        assertThat(new CaptureOutcome.Merged(LEAD, FAULTS).captured()).isFalse();
        assertThat(new CaptureOutcome.Quarantined(FAULTS).captured()).isFalse();
        assertThat(new CaptureOutcome.Refused(FAULTS).captured()).isFalse();
    }

    @Test
    void everyOutcomeTellsItsFaultsAndItsLeadIfThereIsOne() {
        assertThat(new CaptureOutcome.Accepted(LEAD, FAULTS).faults()).isEqualTo(FAULTS);
        assertThat(new CaptureOutcome.Accepted(LEAD, List.of()).leadId()).contains(LEAD);
        assertThat(new CaptureOutcome.Merged(LEAD, FAULTS).faults()).isEqualTo(FAULTS);
        assertThat(new CaptureOutcome.Merged(LEAD, List.of()).leadId()).contains(LEAD);
        assertThat(new CaptureOutcome.Quarantined(FAULTS).faults()).isEqualTo(FAULTS);
        assertThat(new CaptureOutcome.Refused(FAULTS).faults()).isEqualTo(FAULTS);
        assertThat(new CaptureOutcome.Quarantined(FAULTS).leadId()).isEmpty();
        assertThat(new CaptureOutcome.Refused(FAULTS).leadId()).isEmpty();
    }

    @Test
    void whatIsNotTakenHasAReason() {
        assertThatThrownBy(() -> new CaptureOutcome.Quarantined(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CaptureOutcome.Refused(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
