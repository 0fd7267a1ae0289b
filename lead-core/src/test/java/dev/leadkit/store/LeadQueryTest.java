package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LeadQueryTest {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    private static <T> Lead lead(Field<T> field, T value) {
        return Lead.builder(new LeadId("L-1")).set(field, value).build();
    }

    private static boolean matches(LeadQuery query, Lead lead) {
        return ((LeadQuery.Where) query).matches(lead);
    }

    @Test
    @DisplayName("A field matches by value, not by spelling; a lead without a value matches nothing")
    void matches() {
        LeadQuery country = LeadQuery.where(StandardFields.COUNTRY, "it");
        assertThat(matches(country, lead(StandardFields.COUNTRY, "IT"))).isTrue();
        assertThat(matches(country, lead(StandardFields.COUNTRY, "DE"))).isFalse();
        assertThat(matches(country, lead(StandardFields.CITY, "it"))).isFalse();
        LeadQuery ten = LeadQuery.where(EMPLOYEES, new BigDecimal("10"));
        assertThat(matches(ten, lead(EMPLOYEES, new BigDecimal("1E+1")))).isTrue();
        assertThat(matches(ten, lead(EMPLOYEES, new BigDecimal("10.01")))).isFalse();
        LeadQuery ada = LeadQuery.where(StandardFields.EMAIL, new EmailAddress("Ada@Example.org"));
        assertThat(matches(ada, lead(StandardFields.EMAIL, new EmailAddress("ada@example.org"))))
                .isTrue();
    }

    @Test
    @DisplayName(
            "A query by text form is the query by value, and a text that is no value of the field is refused unseen")
    void textForm() {
        assertThat(new LeadQuery.Where(EMPLOYEES, "10")).isEqualTo(LeadQuery.where(EMPLOYEES, new BigDecimal("10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadQuery.Where(EMPLOYEES, "secret"))
                .satisfies(e -> assertThat(e).message().contains("employees").doesNotContain("secret"));
    }

    @Test
    @DisplayName("A query shows its field or the kind of its key, and never the value")
    void shown() {
        assertThat(LeadQuery.where(StandardFields.EMAIL, new EmailAddress("ada@example.org")))
                .hasToString("Where[email]");
        assertThat(LeadQuery.withKey(new MatchKey("email", "ada@example.org")))
                .isEqualTo(new LeadQuery.WithKey(new MatchKey("email", "ada@example.org")))
                .hasToString("WithKey[key=MatchKey[email]]");
        assertThat(LeadQuery.all()).isEqualTo(new LeadQuery.All());
        assertThatNullPointerException().isThrownBy(() -> LeadQuery.withKey(null));
    }
}
