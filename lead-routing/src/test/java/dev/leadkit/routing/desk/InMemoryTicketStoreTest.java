package dev.leadkit.routing.desk;

import dev.leadkit.routing.kit.TicketStoreContract;

final class InMemoryTicketStoreTest extends TicketStoreContract {

    @Override
    protected TicketStore newStore() {
        return TicketStore.inMemory();
    }

    @Override
    protected TicketStore reopened(TicketStore store) {
        return store;
    }
}
