-- json keeps the bytes: a retry gets the same answer to the letter, jsonb would reorder its keys.
alter table komsu.idempotency alter column answer type json using answer::json;
