-- The acts of one channel and purpose in order; equal ones are one.
create table act as
select lead_id, line, kind, ts, row_number() over (partition by lead_id, line order by ts, place) as seq
from (select distinct lead_id, line, kind, ts,
    case kind when 'ASKED' then 1 when 'OPTED_IN' then 2 when 'DELIVERED' then 3 when 'OPTED_OUT' then 4 else 5 end as place
  from told_act) as told;

create index act_lead on act(lead_id);

-- Before each act: the latest message, opt-out, complaint and opt-in, and whether the lead was asked.
create table word as
select lead_id, line, kind, ts, seq,
  max(case when kind = 'DELIVERED' then seq end) over before_it as message,
  max(case when kind = 'OPTED_OUT' then seq end) over before_it as last_out,
  max(case when kind = 'COMPLAINED' then seq end) over before_it as last_complaint,
  max(case when kind = 'OPTED_IN' then seq end) over before_it as last_in,
  min(case when kind = 'ASKED' then seq end) over before_it as asked,
  max(case when kind in ('OPTED_IN', 'OPTED_OUT') then seq end) over (partition by lead_id, line) as last_word
from act window before_it as (partition by lead_id, line order by seq rows between unbounded preceding and 1 preceding);

create view consent as
select h.line, agreed, asked, outs, delivered, complaints, contactable, people, late
from (
  select line, sum(agreed) as agreed, sum(asked) as asked, sum(contactable) as contactable, count(*) as people from (
    select line, lead_id, max(case when kind = 'ASKED' then 1 else 0 end) as asked,
      max(case when kind = 'OPTED_IN' and asked is not null then 1 else 0 end) as agreed,
      max(case when kind = 'OPTED_IN' and seq = last_word then 1 else 0 end) as contactable
    from word group by line, lead_id) as person
  group by line) as h
join (
  select line, count(case when kind = 'DELIVERED' then 1 end) as delivered,
    count(case when kind = 'OPTED_OUT' and message > coalesce(last_out, 0) then 1 end) as outs,
    count(case when kind = 'COMPLAINED' and message > coalesce(last_complaint, 0) then 1 end) as complaints
  from word group by line) as m on m.line = h.line
join (
  -- A message is late a day after the first opt-out since the last opt-in.
  select line, count(case when ts > since + interval '24' hour then 1 end) as late from (
    select m.lead_id, m.line, m.seq, m.ts, min(o.ts) as since
    from word as m left join act as o on o.lead_id = m.lead_id and o.line = m.line and o.kind = 'OPTED_OUT'
      and o.seq < m.seq and o.seq > coalesce(m.last_in, 0)
    where m.kind = 'DELIVERED' group by m.lead_id, m.line, m.seq, m.ts) as delivery
  group by line) as l on l.line = h.line;
