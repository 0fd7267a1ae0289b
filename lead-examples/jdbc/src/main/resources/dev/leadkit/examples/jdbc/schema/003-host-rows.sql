-- Which row of a host's own table is which lead.
create table if not exists lead_host_row (
    host_table varchar not null,
    host_key varchar not null,
    lead varchar not null,
    primary key (host_table, host_key),
    unique (host_table, lead)
);
