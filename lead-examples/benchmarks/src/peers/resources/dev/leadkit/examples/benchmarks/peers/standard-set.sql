-- The milestones of each lead, in one pass; then its score up to the first decision.
create or replace temp table milestone as
select lead,
  coalesce(arg_min(source, ts), '(missing)') as source,
  min(ts) filter (where dated) as captured,
  min(ts) filter (where type = 'responded') as responded,
  min(ts) filter (where type = 'converted') as converted,
  case when arg_max(type, ts) filter (where type in ('entered', 'converted', 'lost', 'reopened')) = 'lost'
    then max(ts) filter (where type = 'lost') end as lost,
  min(ts) filter (where type = 'owned') as owned,
  min(ts) filter (where stage in ('mql', 'sql')) as qualified,
  max(stage) as deepest
from event group by lead;

create or replace temp table decision as
select lead, arg_max(score, ts) as score
from event join milestone using (lead)
where type = 'scored'
  and ts <= coalesce(least(owned, case when captured is not null then least(converted, lost) end), timestamp '9999-01-01')
group by lead;

create or replace temp table fact as
select milestone.*, decision.score,
  epoch_us(responded - captured) // 1000000 as answered_after,
  epoch_us(converted - captured) // 1000000 as converted_after,
  coalesce(converted, lost) as outcome,
  least(qualified, converted, lost) as ended
from milestone left join decision using (lead);

-- The lower end of a duration's bucket: eight binary digits are kept.
create or replace temp macro bucket(s) as s // (1 << greatest(0, length(bin(s)) - 8)) * (1 << greatest(0, length(bin(s)) - 8));

create or replace temp macro as_of() as timestamp '2026-07-01';

create or replace temp macro days(a, b) as (epoch_us(b - a) // 1000000 + 86399) // 86400;

-- The last day on which an open lead is at risk; the present instant is a midnight.
create or replace temp macro days_until_now(a) as date_diff('day', a, as_of());

-- figure conversion
select coalesce(source::varchar, '(all)'), count(converted), count(*) from fact group by grouping sets ((source), ());

-- figure cohort
select coalesce(source::varchar, '(all)'), count(*) filter (where converted <= captured + interval 60 day), count(*) from fact
where captured + interval 60 day <= as_of() and (converted is null or converted >= captured) group by grouping sets ((source), ());

-- figure funnel
select coalesce(source::varchar, '(all)'), count(*) filter (where deepest >= 'new'::enum('new', 'mql', 'sql', 'won')),
  count(*) filter (where deepest >= 'mql'::enum('new', 'mql', 'sql', 'won')),
  count(*) filter (where deepest >= 'sql'::enum('new', 'mql', 'sql', 'won')),
  count(*) filter (where deepest >= 'won'::enum('new', 'mql', 'sql', 'won')) from fact group by grouping sets ((source), ());

-- figure velocity
select coalesce(source::varchar, '(all)') || '/' || strftime(month, '%Y-%m'), count(*)
from (select source, date_trunc('month', qualified) as month from fact where captured is not null)
where month <= date_trunc('month', as_of()) group by grouping sets ((source, month), (month));

-- figure closed
select coalesce(source::varchar, '(all)') || '/' || strftime(month, '%Y-%m'), count(converted), count(*)
from (select source, converted, date_trunc('month', outcome) as month from fact where captured is not null)
where month <= date_trunc('month', as_of()) group by grouping sets ((source, month), (month));

-- figure response
select name, bucket(p50), bucket(p90), met, due from (
  select coalesce(source::varchar, '(all)') as name, quantile_disc(answered_after, 0.5) as p50, quantile_disc(answered_after, 0.9) as p90,
    count(*) filter (where responded <= captured + interval 5 minute) as met,
    count(*) filter (where responded is not null
      or date_trunc('hour', captured + interval 5 minute + interval 3599999999 microsecond) < date_trunc('hour', as_of())) as due
  from fact where captured is not null group by grouping sets ((source), ()));

-- figure cycle
select coalesce(source::varchar, '(all)'), bucket(quantile_disc(converted_after, 0.5)), bucket(quantile_disc(converted_after, 0.9)), count(*)
from fact where converted_after >= 0 group by grouping sets ((source), ());

-- figure auc
with counted as (
  select coalesce(source::varchar, '(all)') as name, score, count(converted) as won, count(*) - count(converted) as others
  from fact where score is not null group by grouping sets ((source, score), (score))),
below as (select *, sum(others) over (partition by name order by score) as up_to from counted)
select name, sum(won * (up_to - others / 2)), sum(won) * sum(others) from below group by name;

-- figure eventual
with ended as (
  select source, days(captured, converted) as day, 1 as won, 0 as lost from fact where converted >= captured
  union all select source, days(captured, lost), 0, 1 from fact where converted is null and lost >= captured
  union all select source, days_until_now(captured), 0, 0 from fact
    where captured is not null and outcome is null and captured <= as_of()),
counted as (
  select coalesce(source::varchar, '(all)') as name, day, sum(won) as won, sum(lost) as lost, count(*) as ended
  from ended group by grouping sets ((source, day), (day))),
risk as (select *, sum(ended) over (partition by name order by day desc) as n from counted),
survival as (
  select *, coalesce(product(1 - (won + lost) / n) over (partition by name order by day
    rows between unbounded preceding and 1 preceding), 1) as before from risk)
select name, sum(won) filter (where day <= 90), sum(ended), sum(before * won / n) filter (where day <= 90) from survival group by name;

-- figure qualification
with ended as (
  select source, captured, ended, qualified is not null and qualified <= ended as is_qualified from fact where captured is not null),
days as (
  select source, case when ended is null then days_until_now(captured) else days(captured, ended) end as day,
    (ended is not null and is_qualified)::int as qualified, (ended is not null and not is_qualified)::int as other
  from ended where (ended is null and captured <= as_of()) or ended >= captured),
counted as (
  select coalesce(source::varchar, '(all)') as name, day, sum(qualified) as qualified, sum(other) as other, count(*) as ended
  from days group by grouping sets ((source, day), (day))),
risk as (select *, sum(ended) over (partition by name order by day desc) as n from counted),
survival as (
  select *, coalesce(product(1 - (qualified + other) / n) over (partition by name order by day
    rows between unbounded preceding and 1 preceding), 1) as before from risk),
incidence as (select *, sum(before * qualified / n) over (partition by name order by day) as share from survival)
select name, min(day) filter (where share >= 0.25 - 1e-12), min(day) filter (where share >= 0.5 - 1e-12), sum(ended) from incidence
group by name;
