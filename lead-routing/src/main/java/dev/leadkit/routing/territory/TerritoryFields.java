package dev.leadkit.routing.territory;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import java.math.BigDecimal;

/**
 * Which fields of the host say what no standard field says.
 *
 * @param industry what the company does
 * @param size how large it is, such as its number of employees
 */
public record TerritoryFields(Field<String> industry, Field<BigDecimal> size) {

    private static final TerritoryFields STANDARD =
            new TerritoryFields(Field.text("industry"), Field.number("employees"));

    /**
     * Names the fields.
     *
     * @param industry what the company does
     * @param size how large it is
     */
    public TerritoryFields {
        requireNonNull(industry, "industry");
        requireNonNull(size, "size");
    }

    /**
     * The usual names.
     *
     * @return the text {@code industry} and the number {@code employees}
     */
    public static TerritoryFields standard() {
        return STANDARD;
    }
}
