-- The map reads drawn geometry. Functions carry their own grants (sql/tiles), because making them anew drops what was granted.
-- (Applied again since 20261121-80: rendered tiles are a table of their own.)
-- Households are drawn for those who work on them, with their own rights.
grant usage on schema tile to komsu_map;
grant select on all tables in schema tile to komsu_map;
revoke execute on function tile.household(integer, integer, integer) from komsu_map;
do $$
declare officer_role text;
begin
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission', 'fulfilment'] loop
    execute format('grant usage on schema tile to komsu_%I', officer_role);
  end loop;
end $$;
