create table charge(source varchar, from_day date, to_day date, minor bigint, currency varchar, is_ad boolean);

-- Every lead with what money figures need of it: amount and currency are those of the conversion or else the latest price.
create table earning as
select lead.*, qualified, won_amount, won_currency, chance, opportunity
from lead
left join (select lead_id, qualified from first_qualified) using (lead_id)
left join conversion as won using (lead_id)
left join (select lead_id, arg_max(probability, seq) as chance from ev
  where type = 'scored' and probability is not null group by lead_id) using (lead_id)
left join (select lead_id, min(ts) as opportunity from entry where stage = 'sql' group by lead_id) using (lead_id);

-- Whether a charge of the source in the currency covers the day.
create macro covered(src, cur, day, only_ads) as exists(
  from charge where source = src and currency = cur and day >= from_day and day < to_day and (is_ad or not only_ads));

-- In which row a lead counts whose deciding day it is: its source's, or that of what belongs to no source.
create macro charge_row(src, cur, day, only_ads) as case
  when covered(src, cur, day, only_ads) then src when covered('(unallocated)', cur, day, only_ads) then '(unallocated)' end;

create view currencies as select distinct currency as cur from charge;

create view open_lead as select * from earning where converted is null and lost is null;

-- The work on a lead from its capture to its conversion.
create view handling as
select lead.lead_id, ev.amount, ev.currency, converted is not null as won
from ev join lead using (lead_id)
where type = 'worked' and ts >= captured and (converted is null or ts <= converted);

-- Leads with a chance at their decision, matured by the last midnight.
create view expectation as
select lead_id, source, rep, probability, converted <= captured + interval 60 day as in_time from lead
where captured is not null and probability is not null and (converted is null or converted >= captured)
  and captured + interval 60 day <= date_trunc('day', as_of());

-- Opportunities closed in the 90 local days up to today.
create view closed as
select lead_id, converted is not null as won, seconds(opportunity, converted) as took from earning
where captured is not null and opportunity is not null and (converted is null or converted >= opportunity)
  and local(coalesce(converted, lost))::date > local(as_of())::date - 90
  and local(coalesce(converted, lost))::date <= local(as_of())::date;

-- Who had a lead: owned it up to its conversion, owned it then, or worked on it.
create table had as
with reps as (
  select ev.lead_id, ev.rep from ev join lead using (lead_id)
    where ev.rep is not null and (type = 'worked' or type = 'owned' and (converted is null or ts <= converted))
  union select lead_id, rep from lead where converted is not null)
select lead_id, coalesce(reps.rep, '(missing)') as rep from (select lead_id from lead) left join reps using (lead_id);

create table answered_by as
select lead_id, arg_max_null(ev.rep, seq) as rep, any_value(seconds(captured, responded)) as took
from ev join lead using (lead_id)
where type = 'owned' and ts <= responded and captured is not null group by lead_id;
