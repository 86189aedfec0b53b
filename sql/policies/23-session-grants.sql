-- The gate keeps the salt of the day with which network addresses are hashed.
grant select, insert, delete on komsu.address_salt to komsu_gate;

-- The server says at its start, and doctor says, whether the database is at its version.
grant select on public.komsu_migration, public.komsu_definition to komsu_app;
