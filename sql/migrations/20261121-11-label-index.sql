create index area_label_idx on tile.area using gist (label) where label is not null;
