package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.money.Cost;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Reads what sources cost. */
final class CostRow {

    private static final List<String> COLUMNS = List.of("source", "from", "to", "amount", "currency");
    private static final Currency NONE = Currency.getInstance("XXX");

    private CostRow() {}

    static TableRows<Cost> read(Path file) throws IOException {
        return TableRows.of(file, COLUMNS, CostRow::of);
    }

    private static Cost of(Cells cells) {
        LocalDate from = cells.read("from", "a day like 2026-01-31", LocalDate::parse, LocalDate.EPOCH);
        LocalDate to = cells.read("to", "a day like 2026-01-31", LocalDate::parse, LocalDate.EPOCH);
        Currency currency = cells.read("currency", "an ISO 4217 code like EUR", Currency::getInstance, NONE);
        Money amount = cells.read(
                "amount",
                "an amount of the currency",
                text -> Money.of(new BigDecimal(text), currency),
                new Money(0, NONE));
        cells.refuseIfAny();
        return cells.read(
                "to",
                "a day after from, of a source",
                text -> new Cost(cells.text("source"), from, to, amount),
                none());
    }

    private static Cost none() {
        return new Cost("-", LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1), new Money(0, NONE));
    }
}
