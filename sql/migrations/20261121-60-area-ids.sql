-- ST_AsTWKB cuts the ids it carries to 32 bits (found with the first map on screen: no figure met its area), and the tile
-- functions speak TWKB. Registry street codes reach 999 999 999, so own ids begin above them and below 2^31.
alter sequence komsu.area_id_seq maxvalue 2147483647 minvalue 1500000001 start 1500000001 restart with 1500000001;
comment on sequence komsu.area_id_seq is 'Ids for areas whose source carries no registry code; above every registry code, below 2^31 because tiles carry ids as TWKB does.';
