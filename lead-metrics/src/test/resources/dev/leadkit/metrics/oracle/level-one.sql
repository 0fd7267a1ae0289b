-- The record that a record is, after all merges.
create table canonical as
with recursive up(lead_id, root) as (
  select lead_id, into_id from merged
  union all
  select up.lead_id, merged.into_id from up join merged on merged.lead_id = up.root)
select lead_id, root from up where root not in (select lead_id from merged);

-- Everything that was told of each lead: of several versions of one event the one that was recorded last.
create table told as
select coalesce(root, lead_id) as lead_id, raw.* exclude (lead_id)
from raw left join canonical using (lead_id)
qualify row_number() over (partition by coalesce(root, lead_id), event_id order by recorded desc, ts desc) = 1;

-- What counts, in order; the clocks of two machines may differ by five minutes.
create table ev as
select *, row_number() over (partition by lead_id order by ts, event_id) as seq
from told where type <> 'unknown' and recorded >= ts - interval 300 second;

-- Every stage that a lead entered.
create table entry as
select lead_id, stage, ts, seq, event_id from ev
where type in ('submitted', 'entered', 'converted', 'lost') and stage is not null;

create table capture as
select lead_id, min(ts) as captured, min(seq) as captured_seq from ev where type = 'submitted' and dated group by lead_id;

create table response as
select lead_id, min(ts) as responded from ev left join capture using (lead_id)
where type = 'responded' and (captured is null or ts >= captured) group by lead_id;

-- How many conversions a lead has that are not voided, after each conversion and voiding; voiding none changes nothing.
create table held as
with steps as (
  select lead_id, seq, type, ts, amount, currency, case type when 'converted' then 1 else -1 end as step
  from ev where type in ('converted', 'voided')),
sums as (select *, sum(step) over (partition by lead_id order by seq) as so_far from steps)
select * exclude (step), so_far - least(0, min(so_far) over (partition by lead_id order by seq)) as held from sums;

-- The first conversion since the lead last had none.
create table conversion as
with none as (select lead_id, max(seq) as seq from held where held = 0 group by lead_id)
select held.lead_id, min(ts) as converted,
  arg_min_null(amount, held.seq) as won_amount, arg_min_null(currency, held.seq) as won_currency
from held left join none using (lead_id)
where held.seq > coalesce(none.seq, 0) group by held.lead_id;

-- Lost is what was given up and not taken up again since.
create table loss as
select lead_id, max(ts) as lost from ev
where type in ('lost', 'reopened', 'entered', 'converted')
group by lead_id having arg_max(type, seq) = 'lost';

create table told_values as
select lead_id, arg_min(source, seq) filter (where source is not null) as source,
  arg_max(size, seq) filter (where size is not null) as size
from ev where type in ('submitted', 'valued') group by lead_id;

create table price as
select lead_id, arg_max(amount, seq) as amount, arg_max(currency, seq) as currency from ev where type = 'priced' group by lead_id;

-- One row for each lead after all merges; undated leads have no captured.
create table milestone as
select all_leads.lead_id, all_leads.records, captured, responded, converted, lost,
  coalesce(converted, lost) as outcome,
  coalesce(nullif(trim(source), ''), '(missing)') as source,
  coalesce(size, '(missing)') as size,
  case when won_amount is not null then won_amount else price.amount end as amount,
  case when won_amount is not null then won_currency else price.currency end as currency
from (select coalesce(root, lead_id) as lead_id, count(distinct lead_id) as records
      from raw left join canonical using (lead_id) group by 1) as all_leads
left join capture using (lead_id) left join response using (lead_id) left join conversion using (lead_id)
left join loss using (lead_id) left join told_values using (lead_id) left join price using (lead_id);

-- The owner when the outcome came.
create table ownership as
select lead_id, coalesce(arg_max_null(rep, seq), '(missing)') as rep
from ev join milestone using (lead_id)
where type = 'owned' and (outcome is null or ts <= outcome) group by lead_id;

-- The latest score up to the first decision: the first hand-over, or the outcome of a dated lead if that was earlier.
create table decision as
with cut as (
  select lead_id, least(min(ts) filter (where type = 'owned'),
    any_value(case when captured is not null then least(converted, lost) end)) as cut
  from ev join milestone using (lead_id) group by lead_id)
select lead_id, max(ts) as decisive, arg_max_null(score, seq) as score,
  arg_max_null(probability, seq) as probability
from ev join cut using (lead_id)
where type = 'scored' and (cut is null or ts <= cut) group by lead_id;

create table lead as
select milestone.*, coalesce(rep, '(missing)') as rep, decisive, score, probability
from milestone left join ownership using (lead_id) left join decision using (lead_id);
