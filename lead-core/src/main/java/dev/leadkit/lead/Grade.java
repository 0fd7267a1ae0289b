package dev.leadkit.lead;

/**
 * The band that a score falls into, such as {@code A}.
 *
 * @param name the band's name, 1 to 255 characters
 */
public record Grade(String name) {

    /**
     * Makes a grade.
     *
     * @param name the band's name, not blank, at most 255 characters
     */
    public Grade {
        Name.checked("grade", name);
    }

    @Override
    public String toString() {
        return name;
    }
}
