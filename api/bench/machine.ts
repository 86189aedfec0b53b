import { cpus, loadavg, totalmem } from 'node:os'
import type { Bench } from './bench.ts'
import { ask } from './prepare-city.ts'
import { rounded } from './report.ts'

/** Says on what machine, with what programs and beside how much other work the figures were taken. */
export async function reportMachine({ emit, note }: Bench, url: string): Promise<void> {
  const [versions] = await ask<{ postgres: string; postgis: string }>(
    url,
    `select current_setting('server_version') as postgres, postgis_lib_version() as postgis`,
  )
  const load = rounded(loadavg()[0] ?? 0, 2)
  if (load > 0.5) note(`CAREFUL: the machine is busy (load ${load}); figures will be worse than they are`)
  const what = { cpu: cpus()[0]?.model.trim(), memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version }
  emit({
    case: 'machine',
    value: cpus().length,
    unit: 'cores',
    ...what,
    ...versions,
    load,
    at: new Date().toISOString(),
  })
}

/** Says how large the measured city is. */
export async function reportCity({ emit }: Bench, { url, source }: { url: string; source: string }): Promise<void> {
  const [counts] = await ask<Record<string, number>>(
    url,
    `select (select count(*)::int from komsu.household) as households,
            (select count(*)::int from komsu.district_boundary) as districts,
            (select count(*)::int from komsu.neighbourhood_boundary) as neighbourhoods,
            (select count(*)::int from komsu.street_line) as streets,
            (select count(*)::int from komsu.point) as points`,
  )
  emit({ case: 'city', value: counts?.households ?? 0, unit: 'households', source, ...counts })
}
