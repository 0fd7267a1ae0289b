package dev.leadkit.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SentHoursTest {

    private static final WorkingHours OFFICE = WorkingHours.in("Europe/Berlin")
            .open(MONDAY, FRIDAY, "09:00-12:30", "13:30-18:00:07")
            .open(SUNDAY, "22:00-06:00 next day")
            .holidays(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 1, 1))
            .extra(LocalDate.of(2026, 12, 19), "10:00-24:00")
            .absent(Absence.days(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 14)))
            .build();

    private static Object sent(Object hours) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(hours);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    @DisplayName("Hours are equal after they were sent, those made of others too")
    void equal() throws IOException, ClassNotFoundException {
        assertThat(sent(OFFICE)).isEqualTo(OFFICE);
        OpenHours made = new OpenHours.Except(
                new OpenHours.Any(List.of(OFFICE, OpenHours.NEVER)),
                new OpenHours.All(List.of(
                        WorkingHours.in("UTC").open(MONDAY, "01:00-02:00").build())));
        assertThat(sent(made)).isEqualTo(made);
        assertThat(sent(OpenHours.ALWAYS)).isEqualTo(OpenHours.ALWAYS);
    }
}
