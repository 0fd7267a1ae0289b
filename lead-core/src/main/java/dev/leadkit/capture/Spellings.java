package dev.leadkit.capture;

import dev.leadkit.lead.FieldType;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Some texts whatever the case of their letters, without white space at their ends. */
final class Spellings {

    private final Set<String> folded;
    private final int longest;

    private Spellings(Set<String> folded) {
        this.folded = folded;
        this.longest = folded.stream().mapToInt(String::length).max().orElse(0);
    }

    static Spellings of(Collection<String> texts) {
        return new Spellings(texts.stream()
                .map(text -> FieldType.fold(TextConverters.strip(text)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Folding never makes a text shorter, so that most texts are too long before any work is done. */
    boolean contain(String text) {
        return text.length() <= longest && folded.contains(FieldType.fold(text));
    }
}
