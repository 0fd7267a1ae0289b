package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.Scenario;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Hours in JSON")
class CalendarJsonProperties {

    @Property(tries = 300)
    @Label("are read as they were written")
    void roundTrip(@ForAll("scenarios") Scenario scenario) {
        OpenHours hours = scenario.hours();
        String text = JsonText.pretty(CalendarJson.document(hours));
        OpenHours again = CalendarJson.read(JsonDocument.of(text));
        assertThat(again).isEqualTo(hours);
        assertThat(JsonText.pretty(CalendarJson.document(again))).isEqualTo(text);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenario.any();
    }
}
