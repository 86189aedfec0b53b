-- The auditor finds the events of a file without seeing the file.
grant execute on function komsu.find_file(text), komsu.subjects_of_file(bigint) to komsu_auditor;
