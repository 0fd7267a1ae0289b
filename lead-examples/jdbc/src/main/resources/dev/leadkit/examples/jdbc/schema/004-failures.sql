-- How often effects were tried in vain; and the way to those of some types.
alter table lead_effect add column if not exists failures integer default 0 not null;
create index if not exists lead_effect_by_type on lead_effect (complete, type, free_at, turn, place);
