-- The gate keeps the salt of the day with which network addresses are hashed.
grant select, insert, delete on komsu.address_salt to komsu_gate;
revoke select on komsu.address_salt from komsu_publisher;
