import { useEffect, useState } from 'react'
import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { ApiProblem } from '../app/api.ts'
import { useOffice } from '../office/use-office.ts'
import { asProblem } from '../office/use-read.ts'

export type KnownHousehold = Readonly<{
  file: HouseholdFile | null
  /** The application that waits for an answer. */
  open: HouseholdFile['applications'][number] | undefined
  problem: ApiProblem | null
}>

/** The file of the household; one not yet open to the officer is opened on the ground of the petition (and written down). */
export function useKnownHousehold(id: number | null): KnownHousehold {
  const { client } = useOffice()
  const [file, setFile] = useState<HouseholdFile | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    if (id === null) return
    const given = new AbortController()
    const read = () => client.read<HouseholdFile>(`/api/households/${id}`, { signal: given.signal })
    const openFirst = async (error: unknown) => {
      if (!(error instanceof ApiProblem) || (error.status !== 404 && error.status !== 403)) throw error
      await client.write(`/api/households/${id}/open`, { ground: 'petition_received' })
      return read()
    }
    setProblem(null)
    read()
      .catch(openFirst)
      .then(
        found => given.signal.aborted || setFile(found),
        error => given.signal.aborted || setProblem(asProblem(error)),
      )
    return () => given.abort()
  }, [id, client])
  const isHere = file !== null && file.id === id
  return { file: isHere ? file : null, open: isHere ? file.applications.find(one => one.isOpen) : undefined, problem }
}
