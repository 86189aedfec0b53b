create index point_geom_idx on tile.point using gist (geom);
