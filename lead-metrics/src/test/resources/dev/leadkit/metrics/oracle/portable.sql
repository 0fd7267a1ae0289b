-- Level one and figures in SQL that DuckDB and H2 both understand; days and months are those of the session's zone.

create unique index merged_lead on merged(lead_id);

-- The record that a record is, after all merges.
create table canonical as
with recursive up(lead_id, root_id) as (
  select lead_id, into_id from merged
  union all
  select up.lead_id, merged.into_id from up join merged on merged.lead_id = up.root_id)
select lead_id, root_id from up where root_id not in (select lead_id from merged);

create unique index canonical_lead on canonical(lead_id);

-- Everything that was told of each lead: of several versions of one event the one that was recorded last.
create table told as
select coalesce(root_id, raw.lead_id) as lead_id, event_id, type, ts, recorded, stage, channel, source, size, dated, rep, score,
  probability, amount, currency, seconds
from raw left join canonical on canonical.lead_id = raw.lead_id
qualify row_number() over (partition by coalesce(root_id, raw.lead_id), event_id order by recorded desc, ts desc) = 1;

-- What counts, in order; the clocks of two machines may differ by five minutes.
create table ev as
select told.*, row_number() over (partition by lead_id order by ts, event_id) as seq
from told where type <> 'unknown' and recorded >= ts - interval '300' second;

create index ev_lead on ev(lead_id);

create table entry as
select lead_id, stage, ts from ev where type in ('submitted', 'entered', 'converted', 'lost') and stage is not null;

create table capture as
select lead_id, min(ts) as captured from ev where type = 'submitted' and dated group by lead_id;

create unique index capture_lead on capture(lead_id);

create table response as
select ev.lead_id, min(ts) as responded from ev left join capture on capture.lead_id = ev.lead_id
where type = 'responded' and (captured is null or ts >= captured) group by ev.lead_id;

create unique index response_lead on response(lead_id);

-- How many conversions a lead has that are not voided, after each conversion and voiding; voiding none changes nothing.
create table held as
with sums as (
  select lead_id, seq, type, ts, amount, currency,
    sum(case type when 'converted' then 1 else -1 end) over (partition by lead_id order by seq) as so_far
  from ev where type in ('converted', 'voided'))
select lead_id, seq, ts, type, amount, currency,
  so_far - least(0, min(so_far) over (partition by lead_id order by seq)) as standing
from sums;

-- The first conversion since the lead last had none.
create table conversion as
with since as (
  select held.*, max(case when standing = 0 then seq end) over (partition by lead_id) as none from held)
select lead_id, ts as converted, amount as won_amount, currency as won_currency from since
where seq > coalesce(none, 0)
qualify row_number() over (partition by lead_id order by seq) = 1;

create unique index conversion_lead on conversion(lead_id);

-- Lost is what was given up and not taken up again since.
create table loss as
select lead_id, ts as lost from (
  select lead_id, ts, type, row_number() over (partition by lead_id order by seq desc) as place
  from ev where type in ('lost', 'reopened', 'entered', 'converted')) as moves
where place = 1 and type = 'lost';

create unique index loss_lead on loss(lead_id);

create table first_source as
select lead_id, source from ev where type in ('submitted', 'valued') and source is not null
qualify row_number() over (partition by lead_id order by seq) = 1;

create unique index first_source_lead on first_source(lead_id);

create table latest_size as
select lead_id, size from ev where type in ('submitted', 'valued') and size is not null
qualify row_number() over (partition by lead_id order by seq desc) = 1;

create unique index latest_size_lead on latest_size(lead_id);

create table milestone as
select a.lead_id, records, captured, responded, converted, lost, won_amount, won_currency,
  coalesce(nullif(trim(source), ''), '(missing)') as source, coalesce(size, '(missing)') as size
from (select coalesce(root_id, raw.lead_id) as lead_id, count(distinct raw.lead_id) as records
      from raw left join canonical on canonical.lead_id = raw.lead_id group by coalesce(root_id, raw.lead_id)) as a
left join capture on capture.lead_id = a.lead_id
left join response on response.lead_id = a.lead_id
left join conversion on conversion.lead_id = a.lead_id
left join loss on loss.lead_id = a.lead_id
left join first_source on first_source.lead_id = a.lead_id
left join latest_size on latest_size.lead_id = a.lead_id;

create unique index milestone_lead on milestone(lead_id);

-- The owner when the outcome came; given back, it has none.
create table ownership as
select ev.lead_id, rep from ev join milestone on milestone.lead_id = ev.lead_id
where type = 'owned' and (coalesce(converted, lost) is null or ts <= coalesce(converted, lost))
qualify row_number() over (partition by ev.lead_id order by seq desc) = 1;

create unique index ownership_lead on ownership(lead_id);

-- When the first decision fell: the first hand-over, or the outcome of a dated lead if that was earlier.
create table decision as
select m.lead_id,
  case when captured is null or coalesce(converted, lost) is null then handed
    when handed is null or least(coalesce(converted, lost), coalesce(lost, converted)) < handed
      then least(coalesce(converted, lost), coalesce(lost, converted))
    else handed end as decided
from milestone as m
left join (select lead_id, min(ts) as handed from ev where type = 'owned' group by lead_id) as o on o.lead_id = m.lead_id;

create unique index decision_lead on decision(lead_id);

create table decisive as
select ev.lead_id, score from ev join decision on decision.lead_id = ev.lead_id
where type = 'scored' and (decided is null or ts <= decided)
qualify row_number() over (partition by ev.lead_id order by seq desc) = 1;

create unique index decisive_lead on decisive(lead_id);

-- One row for each lead after all merges; undated leads have no captured.
create table lead as
select milestone.*, coalesce(rep, '(missing)') as rep, score
from milestone
left join ownership on ownership.lead_id = milestone.lead_id
left join decisive on decisive.lead_id = milestone.lead_id;

create unique index lead_lead on lead(lead_id);

-- lead.conversion, in all and by what leads have and when they came.
create view conversion_by as
select how, name, count(converted) as x, count(*) as n from (
  select 'all' as how, '' as name, converted from lead
  union all select 'source', source, converted from lead
  union all select 'field:size', size, converted from lead
  union all select 'rep', rep, converted from lead
  union all select 'month', coalesce(cast(extract(year from cast(captured as timestamp)) as varchar) || '-'
    || lpad(cast(extract(month from cast(captured as timestamp)) as varchar), 2, '0'), '(missing)'), converted from lead) as named
group by how, name;

-- lead.conversion.cohort within 60 days, of leads that are so old; the moment is a whole second.
create view cohort as
select count(case when converted <= captured + interval '1440' hour then 1 end) as x, count(*) as n
from lead cross join moment
where captured is not null and (converted is null or converted >= captured) and captured + interval '1440' hour <= as_of;

-- lead.funnel: leads that reached each stage, a later one implying those before it, and without that.
create view depth as
select lead_id, case when s4 = 1 then 4 when s3 = 1 then 3 when s2 = 1 then 2 when s1 = 1 then 1 else 0 end as implied,
  case when s1 = 0 then 0 when s2 = 0 then 1 when s3 = 0 then 2 when s4 = 0 then 3 else 4 end as strict_depth
from (
  select lead_id, max(case stage when 'new' then 1 else 0 end) as s1, max(case stage when 'mql' then 1 else 0 end) as s2,
    max(case stage when 'sql' then 1 else 0 end) as s3, max(case stage when 'won' then 1 else 0 end) as s4
  from entry group by lead_id) as seen;

create view funnel as
select count(case when implied >= 1 then 1 end) as i1, count(case when implied >= 2 then 1 end) as i2,
  count(case when implied >= 3 then 1 end) as i3, count(case when implied >= 4 then 1 end) as i4,
  count(case when strict_depth >= 1 then 1 end) as s1, count(case when strict_depth >= 2 then 1 end) as s2,
  count(case when strict_depth >= 3 then 1 end) as s3, count(case when strict_depth >= 4 then 1 end) as s4
from depth;

-- lead.velocity: leads first qualified in each month, which is its number since the year 0.
create view velocity as
select m, count(*) as n from (
  select extract(year from cast(min(entry.ts) as timestamp)) * 12 + extract(month from cast(min(entry.ts) as timestamp)) - 1 as m
  from entry join lead on lead.lead_id = entry.lead_id
  where stage in ('mql', 'sql') and captured is not null group by entry.lead_id) as firsts
group by m;

-- Whole seconds from the capture to the first answer and to the conversion; nearest ranks by counting.
create view took as
select 'response' as what, lead_id,
  floor(round((extract(epoch from responded) - extract(epoch from captured)) * 1000000) / 1000000) as s
from lead where responded is not null and captured is not null
union all
select 'cycle', lead_id, floor(round((extract(epoch from converted) - extract(epoch from captured)) * 1000000) / 1000000)
from lead where converted >= captured;

create view quantiles as
select what, cast(min(case when 100 * place >= 50 * n then s end) as bigint) as p50,
  cast(min(case when 100 * place >= 90 * n then s end) as bigint) as p90, max(n) as n
from (select what, s, row_number() over (partition by what order by s) as place, count(*) over (partition by what) as n from took)
  as ranked
group by what;

-- lead.response.in-time: answered within five minutes, over those, the late ones and the overdue ones.
create view in_time as
select count(case when responded <= captured + interval '5' minute then 1 end) as x,
  count(case when responded is not null or captured + interval '301' second <= as_of then 1 end) as n
from lead cross join moment where captured is not null;

-- score.auc: twice the pairs in the right order, and all pairs.
create view auc as
select sum(case when won = 1 then twice else 0 end) - sum(won) * (sum(won) + 1) as twice_right, sum(won) * (count(*) - sum(won)) as pairs
from (
  select case when converted is null then 0 else 1 end as won,
    2 * rank() over (order by score) + count(*) over (partition by score) - 1 as twice
  from lead where score is not null) as ranked;

create table charge(source varchar, from_day date, to_day date, minor bigint, currency varchar);

-- lead.cost and lead.cac: spend, and the leads that came or were won on a day that it covers.
create view cost_per as
select c.what, c.currency, c.source, s.minor, c.n
from (select currency, source, sum(minor) as minor from charge group by currency, source) as s
join (
  select what, currency, source, count(*) as n from (
    select distinct 'lead' as what, currency, lead.source, lead_id from lead join charge on charge.source = lead.source
      and cast(captured as date) >= from_day and cast(captured as date) < to_day
    union all
    select distinct 'customer', currency, lead.source, lead_id from lead join charge on charge.source = lead.source
      and cast(converted as date) >= from_day and cast(converted as date) < to_day and captured is not null) as covered
  group by what, currency, source) as c on c.currency = s.currency and c.source = s.source;

-- Source effectiveness: leads, conversions and what they were worth in euros.
create view source_effectiveness as
select source, count(converted) as x, count(*) as n,
  coalesce(sum(case when won_currency = 'EUR' then won_amount end), 0) as minor
from lead group by source;

-- lead.conversion.cost: what the work from the capture to the conversion cost, in all and of those won.
create view conversion_cost as
select currency, sum(amount) as minor, coalesce(sum(case when converted is not null then amount end), 0) as won_minor
from (
  select ev.amount, ev.currency, converted from ev join lead on lead.lead_id = ev.lead_id
  where type = 'worked' and amount is not null and ts >= captured and (converted is null or ts <= converted)) as handling
group by currency;

-- Duplicates and faults.
create view health as
select (select count(*) from merged) as merged, (select count(distinct lead_id) from raw) as records,
  count(case when records > 1 then 1 end) as leads_of_several, count(*) as leads,
  (select count(*) from told where type = 'unknown') as of_unknown_type,
  (select count(*) from told where type <> 'unknown' and recorded < ts - interval '300' second) as from_the_future,
  (select count(*) from ev where type = 'worked' and seconds < 0) as broken
from lead;

create table told_act(lead_id varchar, line varchar, kind varchar, ts timestamp with time zone);
