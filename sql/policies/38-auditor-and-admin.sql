-- The auditor finds the events of a file without seeing the file.
grant execute on function komsu.find_file(text), komsu.subjects_of_file(bigint) to komsu_auditor;
-- The admin learns of a declared relative only whether they are in the registry at all.
grant execute on function komsu.is_registered(text) to komsu_admin;
