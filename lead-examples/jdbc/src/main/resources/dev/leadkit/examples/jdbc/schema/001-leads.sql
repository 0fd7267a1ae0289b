-- Leads, their events, and what goes in with them. Runs on PostgreSQL 12 and later, and on H2 in its PostgreSQL mode.
-- Moments are seconds since 1970 with nine decimals: timestamps of databases end at microseconds, instants do not.

-- One number for each call that commits: with the place within the call it gives the order in which things came in.
create sequence if not exists lead_turn;

create table if not exists lead (
    id varchar primary key,
    version bigint not null,
    events integer not null,
    newest_token bigint,
    turn bigint not null,
    place integer not null
);
create index if not exists lead_by_arrival on lead (turn, place);

-- An event in two halves: "personal" holds all personal data of it, and is null once that is erased.
-- The position in the feed is given after the commit.
create table if not exists lead_event (
    lead varchar not null references lead,
    id varchar not null,
    kind varchar not null,
    skeleton varchar not null,
    personal varchar,
    seq bigint generated always as identity,
    position bigint,
    primary key (lead, id)
);
create index if not exists lead_event_by_position on lead_event (position, seq);

-- A single row: whoever holds it may give positions.
create table if not exists lead_feed (
    id integer primary key,
    last_position bigint not null
);
insert into lead_feed (id, last_position) values (1, 0) on conflict do nothing;

create table if not exists lead_key (
    kind varchar not null,
    match_value varchar not null,
    lead varchar not null references lead,
    primary key (kind, match_value)
);
create index if not exists lead_key_by_lead on lead_key (lead);

create table if not exists lead_shared_key (
    kind varchar not null,
    match_value varchar not null,
    lead varchar not null references lead,
    primary key (kind, match_value, lead)
);
create index if not exists lead_shared_key_by_lead on lead_shared_key (lead);

-- The values that leads are looked for by, in the form in which they are compared.
create table if not exists lead_field (
    lead varchar not null references lead,
    field varchar not null,
    comparable varchar not null,
    primary key (lead, field)
);
create index if not exists lead_field_by_value on lead_field (field, comparable, lead);

create table if not exists lead_effect (
    id varchar primary key,
    lead varchar not null references lead,
    type varchar not null,
    due_at numeric(28, 9) not null,
    facts varchar not null,
    personal varchar,
    turn bigint not null,
    place integer not null,
    free_at numeric(28, 9) not null,
    attempts integer not null,
    complete boolean not null
);
create index if not exists lead_effect_by_time on lead_effect (complete, free_at, turn, place);
create index if not exists lead_effect_by_lead on lead_effect (lead);

create table if not exists lead_payload (
    seq bigint generated always as identity primary key,
    lead varchar not null references lead,
    submission varchar not null,
    received_at numeric(28, 9) not null,
    keep_until numeric(28, 9) not null
);
create index if not exists lead_payload_by_lead on lead_payload (lead, seq);
create index if not exists lead_payload_by_end on lead_payload (keep_until);

create table if not exists lead_reservation (
    idempotency_key varchar primary key,
    payload varchar not null,
    result varchar not null,
    keep_until numeric(28, 9) not null,
    about varchar not null
);
create index if not exists lead_reservation_by_lead on lead_reservation (about);
create index if not exists lead_reservation_by_end on lead_reservation (keep_until);

create table if not exists lead_quarantine (
    number bigint generated always as identity primary key,
    fingerprint varchar not null unique,
    record varchar not null,
    submission varchar not null,
    faults varchar not null,
    received_at numeric(28, 9) not null,
    keep_until numeric(28, 9) not null
);
create index if not exists lead_quarantine_by_record on lead_quarantine (record);
create index if not exists lead_quarantine_by_end on lead_quarantine (keep_until);
