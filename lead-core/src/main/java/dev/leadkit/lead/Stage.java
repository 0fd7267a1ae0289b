package dev.leadkit.lead;

import java.io.Serializable;

/**
 * The name of a place in the life of a lead, such as {@code mql}. Which stages exist and what may follow what is the
 * lifecycle's to say.
 *
 * @param name the stage's name, 1 to 255 characters
 */
public record Stage(String name) implements Serializable {

    /**
     * Makes a stage.
     *
     * @param name the stage's name, not blank, at most 255 characters
     */
    public Stage {
        Name.checked("stage", name);
    }

    @Override
    public String toString() {
        return name;
    }
}
