import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Activity, Pool, PoolArea } from '../../api/activities/activities.contract.ts'
import type { ApiProblem } from '../app/api.ts'
import { useOffice } from '../office/use-office.ts'
import { asProblem, useRead } from '../office/use-read.ts'
import type { PoolWanted } from './pool-filters.tsx'

const PAGE = 300
const NO_AREAS: readonly PoolArea[] = []

/** The pool of a question, page after page; counts are of the whole, whatever was fetched. */
export function usePool(wanted: PoolWanted) {
  const { client } = useOffice()
  const address = addressOf(wanted)
  const first = useRead<Pool>(address, { keep: true })
  const [later, setLater] = useState<{ of: Pool | undefined; items: Activity[]; next: string | undefined }>()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const mine = later?.of === first.data ? later : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins anew
  useEffect(() => setProblem(null), [first.data])
  const items = useMemo(() => [...(first.data?.items ?? []), ...(mine?.items ?? [])], [first.data, mine])
  const next = mine ? mine.next : first.data?.next
  const more = useCallback(() => {
    if (!next) return
    client.read<Pool>(`${address}&cursor=${next}`).then(
      page => setLater({ of: first.data, items: [...(mine?.items ?? []), ...page.items], next: page.next }),
      (error: unknown) => setProblem(asProblem(error)),
    )
  }, [client, address, next, first.data, mine])
  const areas = first.data?.areas ?? NO_AREAS
  const inSight = useMemo(() => countIn(areas, wanted), [areas, wanted])
  return {
    items,
    areas,
    total: inSight,
    next,
    more,
    reload: first.reload,
    isLoading: first.isLoading,
    problem: first.problem ?? problem,
  }
}

function addressOf({ status, district, neighbourhood, late, urgent }: PoolWanted): string {
  const query = new URLSearchParams({ status, limit: String(PAGE) })
  if (district !== null) query.set('district', String(district))
  if (neighbourhood !== null) query.set('neighbourhood', String(neighbourhood))
  if (late) query.set('late', '1')
  if (urgent) query.set('urgent', '1')
  return `/api/activities?${query}`
}

/** Counts of the areas the filters leave; late and urgent are counted beside, not taken from. */
function countIn(areas: readonly PoolArea[], { neighbourhood }: PoolWanted) {
  const inside = areas.filter(area => neighbourhood === null || area.neighbourhoodId === neighbourhood)
  const sum = (of: 'files' | 'late' | 'urgent') => inside.reduce((all, area) => all + area[of], 0)
  return { files: sum('files'), late: sum('late'), urgent: sum('urgent') }
}
