
-- How far each lead got through new, mql, sql and won.
create view depth as
with seen as (
  select lead_id, bool_or(stage = 'new') as s1, bool_or(stage = 'mql') as s2, bool_or(stage = 'sql') as s3,
    bool_or(stage = 'won') as s4
  from entry group by lead_id)
select lead.lead_id, source,
  case when s4 then 4 when s3 then 3 when s2 then 2 when s1 then 1 else 0 end as implied,
  case when not s1 or s1 is null then 0 when not s2 then 1 when not s3 then 2 when not s4 then 3 else 4 end as strict
from lead left join seen using (lead_id);

create view first_qualified as
select lead.lead_id, captured, min(ts) as qualified
from lead left join entry on entry.lead_id = lead.lead_id and stage in ('mql', 'sql') group by lead.lead_id, captured;

-- An unanswered lead is due at its deadline, rounded up to the second.
create view answer as
select lead_id, source, captured, responded, seconds(captured, responded) as took,
  responded <= captured + interval 5 minute as in_time,
  date_trunc('second', captured + interval 5 minute + interval 999999 microsecond) as due
from lead where captured is not null;

create view cycle as
select lead_id, source, seconds(captured, converted) as took from lead where captured is not null and converted is not null;

-- Scores at the first decision, with twice their mid-rank.
create macro positives() as (select count(*) from lead where converted is not null and score is not null);

create view ranked as
select lead_id, score, converted is not null as is_converted,
  2 * rank() over (order by score) + count(*) over (partition by score) - 1 as twice_rank
from lead where score is not null;

-- The size that was known when the lead came.
create table size_at_capture as
select ev.lead_id, arg_max(size, seq) as size
from ev left join capture using (lead_id)
where type in ('submitted', 'valued') and size is not null and (captured_seq is null or seq <= captured_seq) group by ev.lead_id;

create table cost(source varchar, from_day date, to_day date, minor bigint, currency varchar);

-- Which day of which source a cost in the currency covers.
create view in_scope as
select lead.lead_id, lead.source, currencies.currency, captured is not null as is_dated, converted is not null as is_converted,
  exists(from cost where cost.source = lead.source and cost.currency = currencies.currency) as has_cost,
  exists(from cost where cost.source = lead.source and cost.currency = currencies.currency
    and local(captured)::date >= from_day and local(captured)::date < to_day) as lead_covered,
  exists(from cost where cost.source = lead.source and cost.currency = currencies.currency
    and local(converted)::date >= from_day and local(converted)::date < to_day) as customer_covered
from lead cross join (select distinct currency from cost) as currencies;
