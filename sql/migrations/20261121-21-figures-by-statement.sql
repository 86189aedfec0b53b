-- A month of figures is up to a hundred thousand rows, always written and removed whole. The foreign key asked for each
-- row (half the time of writing them where measured); two triggers ask once a statement for the same.
alter table published.area_month drop constraint area_month_month_fkey;

create function published.figures_have_release() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct month from added) m where not exists (select from published.release r where r.month = m.month)) then
    raise exception 'figures of a month that is not in published.release' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
comment on function published.figures_have_release is 'Keeps area_month to months of release, once a statement.';
create trigger figures_have_release after insert on published.area_month
  referencing new table as added for each statement execute function published.figures_have_release();

create function published.forget_figures() returns trigger language plpgsql as $$
begin
  delete from published.area_month a using forgotten f where a.month = f.month and a.level in ('province', 'district', 'neighbourhood', 'street');
  return null;
end $$;
comment on function published.forget_figures is 'Removes the figures of a release that is removed.';
create trigger forget_figures after delete on published.release
  referencing old table as forgotten for each statement execute function published.forget_figures();

-- A month of a release never changes, so figures need no watch over it.
create function published.refuse_other_month() returns trigger language plpgsql as $$
begin
  raise exception 'a release keeps its month';
end $$;
comment on function published.refuse_other_month is 'Refuses to move a release to another month.';
create trigger refuse_other_month before update of month on published.release for each row execute function published.refuse_other_month();

-- One area through time is as fast by the primary key, one probe a month.
drop index published.area_month_area_idx;
