package dev.leadkit.event;

import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import java.util.Optional;

/**
 * The lead became a customer.
 *
 * @param header what every event has
 * @param stage the stage of converted leads
 * @param value what it was worth, where that was told
 */
public record Converted(EventHeader header, Stage stage, Optional<Money> value) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.converted(this);
    }
}
