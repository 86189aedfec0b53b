-- The auditor finds the events of a file without seeing the file.
grant execute on function komsu.find_file(text), komsu.subjects_of_file(bigint) to komsu_auditor;
-- The admin learns of a declared relative only whether they are in the registry at all.
grant execute on function komsu.is_registered(text) to komsu_admin;

-- The gate sweeps away keys of deeds older than 30 days; it sees no younger one and no answer.
grant select (made_at), delete on komsu.idempotency to komsu_gate;
drop policy if exists gate_sweeps on komsu.idempotency;
create policy gate_sweeps on komsu.idempotency to komsu_gate using (made_at < now() - interval '30 days') with check (false);
