-- Scored leads by their outcome: ever, and within 60 days of those whose 60 days are over.
create view scored as
select 'ever' as outcome, score, converted is not null as won from lead where decisive is not null
union all
select 'in_time', score, coalesce(converted <= captured + interval 60 day, false)
from lead where captured is not null and (converted is null or converted >= captured) and decisive is not null
  and date_trunc('second', captured + interval 60 day + interval 999999 microsecond) <= date_trunc('second', as_of());

-- Each score, the best first: how many leads have it, how many have more, and the conversions of both.
create table best_first as
with counted as (select outcome, score, count(*) as tied, count(*) filter (where won) as wins_tied from scored group by all)
select outcome, score, tied, wins_tied,
  sum(tied) over better - tied as above, sum(wins_tied) over better - wins_tied as wins_above,
  sum(tied) over (partition by outcome) as size, sum(wins_tied) over (partition by outcome) as wins
from counted window better as (partition by outcome order by score desc);

-- What each lead did.
create table did as
select lead.lead_id, source, captured is not null as acquisition, converted is not null as revenue,
  exists(from entry where entry.lead_id = lead.lead_id and stage = 'mql') as activation,
  exists(from ev where ev.lead_id = lead.lead_id and type = 'touched' and ts > captured) as retention,
  exists(from ev where ev.lead_id = lead.lead_id and type = 'touched' and ts > captured and channel = 'social') as referral
from lead;

-- What a converted lead brings a month, in minor units, with its margin in percent, and after how many days it leaves.
create table stay(lead_id varchar, days bigint, minor bigint, percent bigint, currency varchar);

create view unit_economics as
with today as (select local(as_of())::date as today),
customers as (
  select source, stay.currency, local(converted)::date as since, local(converted)::date + days::int as ended,
    round_even(minor::decimal(18, 2) * percent / 100, 0) / 100 as margin
  from stay join lead using (lead_id)),
lives as (
  select source, currency, margin, ended <= today as gone, date_diff('day', since, least(coalesce(ended, today), today)) as days
  from customers, today where since <= today),
life as (
  select source, currency, avg(margin) as margin, count(*) filter (where gone) / (sum(days) / 30.436875) as churn
  from lives group by all),
paid as (select source, currency, sum(minor) as minor from charge group by all),
won as (
  select lead.source, cur as currency, count(*) as customers
  from lead cross join currencies
  where captured is not null and converted is not null and covered(lead.source, cur, local(converted)::date, false) group by all),
shown as (
  select source, currency, 1 / churn > 24 as capped, customers, round_even(margin, 6) as margin,
    round_even(margin * least(24, 1 / churn), 6) as ltv, round_even(minor / 100 / customers, 6) as cac
  from life join paid using (source, currency) join won using (source, currency))
select source, currency, capped, customers, ltv, cac, ltv / cac as ltv_to_cac, cac / margin as payback, (ltv - cac) / cac as roi
from shown;
