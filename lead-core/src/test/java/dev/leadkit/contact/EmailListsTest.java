package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lists of e-mail addresses")
final class EmailListsTest {

    private static final EmailLists LISTS = EmailLists.none()
            .roles(Set.of("Info", "sales"))
            .freeMail(Set.of("Mail.Example", "b\u00FCcher.example"))
            .disposable(List.of("gone.example"));

    private static EmailAddress address(String text) {
        return new EmailAddress(text);
    }

    @Test
    @DisplayName("know a role without case and tag")
    void roles() {
        assertThat(LISTS.isRole(address("INFO@example.com"))).isTrue();
        assertThat(LISTS.isRole(address("sales+eu@example.com"))).isTrue();
        assertThat(LISTS.isRole(address("information@example.com"))).isFalse();
        assertThat(EmailLists.none().roles(Set.of("Info")).isRole(address("info@example.com")))
                .isTrue();
        assertThat(EmailLists.none().isRole(address("info@example.com"))).isFalse();
    }

    @Test
    @DisplayName("know a domain in each of its forms and its sub-domains, and no other")
    void domains() {
        assertThat(LISTS.isFreeMail(address("jo@mail.example"))).isTrue();
        assertThat(LISTS.isFreeMail(address("jo@eu.west.mail.example"))).isTrue();
        assertThat(LISTS.isFreeMail(address("jo@xn--bcher-kva.example"))).isTrue();
        assertThat(LISTS.isFreeMail(address("jo@b\u00FCcher.example"))).isTrue();
        assertThat(LISTS.isFreeMail(address("jo@hotmail.example"))).isFalse();
        assertThat(LISTS.isFreeMail(address("jo@example"))).isFalse();
        assertThat(LISTS.isFreeMail(address("jo@gone.example"))).isFalse();
        assertThat(LISTS.isDisposable(address("jo@x.gone.example"))).isTrue();
        assertThat(LISTS.isDisposable(address("jo@mail.example"))).isFalse();
    }

    @Test
    @DisplayName("may be questions to the host, which never get a top-level domain")
    void questions() {
        List<String> asked = new ArrayList<>();
        EmailLists lists = EmailLists.none().roles("desk"::equals).disposable(asked::add);
        EmailLists none = EmailLists.none().freeMail(domain -> !asked.add(domain));

        assertThat(lists.isRole(address("Desk+1@a.b.example"))).isTrue();
        assertThat(lists.isDisposable(address("jo@a.b.example"))).isTrue();
        assertThat(none.isFreeMail(address("jo@A.b.example"))).isFalse();
        assertThat(asked).containsExactly("a.b.example", "a.b.example", "b.example");
    }

    @Test
    @DisplayName("take no domain of one label, which would hold half the world")
    void aDomainHasTwoLabels() {
        for (String wrong : List.of("com", "", "a b.example", "\u2665.example")) {
            assertThatThrownBy(() -> EmailLists.none().freeMail(Set.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("listed domain must be a name of at least two labels");
        }
    }
}
