-- Once for a new cluster, by its superuser with psql (≥ 14): the login that owns Komşu's schema, its database, PostGIS.
-- Reads the new login's password from the environment: KOMSU_OWNER_PASSWORD. docker-compose.yml runs this file by itself.
-- The owner is no superuser: it may make roles (for sql/roles/roles.sql) and owns nothing but this database.
-- PostGIS is made here because only a superuser may; pg_trgm and unaccent the owner makes itself (trusted extensions).
\set ON_ERROR_STOP on
\getenv owner_password KOMSU_OWNER_PASSWORD
create role komsu_owner login createrole password :'owner_password';
create database komsu owner komsu_owner encoding 'UTF8' template template0;
\connect komsu
create extension postgis;
