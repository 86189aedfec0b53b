create table komsu.address_salt (
  day date primary key,
  salt bytea not null check (length(salt) = 32)
);
comment on table komsu.address_salt is 'Salt of the day for login_attempt.address_hash; deleted with the day, after which no hash leads back to an address.';
comment on column komsu.address_salt.day is 'Day it is for.';
comment on column komsu.address_salt.salt is '32 random bytes.';
