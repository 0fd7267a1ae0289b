-- How far imports are.
create table if not exists lead_import (
    name varchar primary key,
    captured bigint not null,
    merged bigint not null,
    quarantined bigint not null,
    refused bigint not null,
    faults varchar not null
);
