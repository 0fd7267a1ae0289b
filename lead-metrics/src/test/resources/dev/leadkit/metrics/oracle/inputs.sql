create table survey(grp varchar, score integer);
create table nurture(sequence varchar, treated boolean, steps integer, converted boolean, recycled boolean, reactivated boolean);
create table customer(since date, ended date, revenue bigint, currency varchar, margin_minor bigint);
create table contact(team varchar, minor bigint, currency varchar, resolution varchar, satisfied boolean);
create table workload(period varchar, rep integer, available bigint, handled bigint);
create table waiting(period varchar, rep integer, since timestamp);
create table act(lead integer, line varchar, act varchar, ts timestamp);

-- The acts of one channel and purpose in order; equal ones are one.
create view acts as
select *, row_number() over (partition by lead, line order by ts, place) as seq
from (select distinct lead, line, act, ts,
    list_position(['ASKED', 'OPTED_IN', 'DELIVERED', 'OPTED_OUT', 'COMPLAINED'], act) as place from act);

-- The latest message before each act, whether it was answered by an earlier one of the kind, and since when consent is withdrawn.
create view words as
select *,
  max(seq) filter (where act = 'DELIVERED') over before as message,
  max(seq) filter (where act = 'OPTED_OUT') over before as last_out,
  max(seq) filter (where act = 'COMPLAINED') over before as last_complaint,
  max(seq) filter (where act = 'OPTED_IN') over before as last_in,
  min(seq) filter (where act = 'ASKED') over before as asked
from acts
window before as (partition by lead, line order by seq rows between unbounded preceding and 1 preceding);
