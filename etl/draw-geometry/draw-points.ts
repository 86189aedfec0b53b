import type { Drawing } from './draw-context.ts'

/**
 * Draws the points in service. Which kind appears when is here and nowhere else: few and looked for first, the many
 * stops last. Letters are those of tiles/layers/point/contract.ts. @returns points drawn
 */
export async function drawPoints({ client }: Drawing): Promise<number> {
  await client.query('delete from tile.point')
  const { rowCount } = await client.query(`
    insert into tile.point (from_zoom, id, name, mark, geom)
    select kind.from_zoom, p.id, trim(regexp_replace(p.name, '[\\x01-\\x1f\\x7f]+', ' ', 'g')), kind.mark, ST_Transform(p.geom, 3857)
    from komsu.point p join (values ('solidarity_point', 'p', 10), ('municipal_building', 'b', 11), ('health_centre', 'h', 11),
      ('school', 'c', 12), ('rail_stop', 'r', 11), ('assembly_area', 'a', 12), ('bus_stop', 's', 13), ('other', 'o', 13))
      as kind (code, mark, from_zoom) on kind.code = p.kind
    where p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
      and ST_Y(p.geom) between -85 and 85
    order by ST_Transform(p.geom, 3857)`)
  await client.query('analyze tile.point')
  return rowCount ?? 0
}
