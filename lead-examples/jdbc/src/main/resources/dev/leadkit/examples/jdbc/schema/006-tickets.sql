-- The leads that a dispatcher looks after, each as JSON.
create table if not exists dispatch_ticket (
    lead varchar primary key,
    ticket varchar not null
);
