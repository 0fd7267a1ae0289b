-- Who has which lead, how much work each rep has, and who is how far behind.
-- Ends of leases are seconds since 1970 with nine decimals; a place without end has the number of the year 10000.

-- The latest place of each lead: its token must never be given again. Locked before any load.
create table if not exists ledger_place (
    lead varchar primary key,
    token bigint not null,
    state varchar not null,
    rep varchar not null,
    kind varchar not null,
    units integer not null,
    until_at numeric(28, 9) not null
);
create index if not exists ledger_place_by_end on ledger_place (until_at, lead);

-- A limit comes with each bid; here is no check of it, because a limit may be lowered below the load.
create table if not exists ledger_load (
    rep varchar not null,
    kind varchar not null,
    units integer not null check (units >= 0),
    step bigint not null,
    primary key (rep, kind)
);

create table if not exists ledger_lag (
    pool varchar not null,
    rep varchar not null,
    lag bigint not null,
    primary key (pool, rep)
);

create table if not exists ledger_key (
    idempotency_key varchar primary key,
    payload varchar not null,
    kept_from numeric(28, 9) not null,
    result varchar not null,
    lead varchar not null,
    token bigint not null,
    state varchar not null,
    rep varchar not null,
    kind varchar not null,
    units integer not null,
    until_at numeric(28, 9) not null
);
create index if not exists ledger_key_by_age on ledger_key (kept_from);

-- The position is given after the commit, by whoever reads, as of lead_event.
create table if not exists ledger_change (
    seq bigint generated always as identity primary key,
    position bigint,
    sort varchar not null,
    lead varchar not null,
    token bigint not null,
    state varchar not null,
    rep varchar not null,
    kind varchar not null,
    units integer not null,
    until_at numeric(28, 9) not null,
    step bigint not null,
    reason varchar not null
);
create index if not exists ledger_change_by_position on ledger_change (position, seq);

-- A single row: whoever holds it may give positions, or forget changes.
create table if not exists ledger_feed (
    id integer primary key,
    last_position bigint not null,
    forgotten_to bigint not null
);
insert into ledger_feed (id, last_position, forgotten_to) values (1, 0, 0) on conflict do nothing;
