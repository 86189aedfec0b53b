import { useMemo, useRef, useState } from 'react'
import type { SchemePage } from '../../api/scores/schemes.contract.ts'
import type { SchemeDocument } from '../../api/scores/score-scheme.contract.ts'
import { ApiProblem } from '../app/api.ts'
import { useOffice } from '../office/use-office.ts'
import { type SaveState, useAutoSave } from '../ui/use-auto-save.ts'
import { type Fault, faultsOf } from './faults.ts'

type Typed = Readonly<{ document: SchemeDocument; minimum: number }>

export type Draft = Typed &
  Readonly<{
    /** null: only read. */
    change: ((one: Partial<Typed>) => void) | null
    faults: readonly Fault[]
    saving: SaveState
    /** The edition on the server now. */
    edition: number
    /** Saves what is not saved yet, and answers the edition. */
    settle: () => Promise<number>
    /** What the server would not keep; it stays on screen. */
    refused: ApiProblem | null
  }>

/** A version on the desk: while it is a draft of one who may, it saves itself, edition after edition. */
export function useDraft(page: SchemePage): Draft {
  const { client, may } = useOffice()
  const [typed, setTyped] = useState<Typed>({ document: page.document, minimum: page.minimum })
  const [edition, setEdition] = useState(page.edition)
  const newest = useRef(page.edition)
  const [refused, setRefused] = useState<ApiProblem | null>(null)
  const isEdited = page.state === 'draft' && may('scheme.draft')
  const faults = useMemo(() => (isEdited ? faultsOf(typed.document) : []), [isEdited, typed.document])
  const save = async (draft: Typed) => {
    try {
      const body = { edition: newest.current, ...draft }
      const saved = await client.write<{ edition: number }>(`/api/score-schemes/${page.version}`, body, {
        method: 'PUT',
        isPatient: false,
      })
      newest.current = saved.edition
      setEdition(saved.edition)
      setRefused(null)
    } catch (error) {
      // Refused as it stands: trying again by itself would not help.
      if (!(error instanceof ApiProblem) || error.status < 400 || error.status >= 500 || error.status === 401)
        throw error
      setRefused(error)
    }
  }
  const isOff = !isEdited || refused?.type === 'conflict' || faults.some(fault => fault.isNeverKept)
  const saving = useAutoSave(typed, save, { isOff })
  const settle = async () => {
    if (!isOff) await saving.flush()
    return newest.current
  }
  const change = isEdited ? (one: Partial<Typed>) => setTyped(before => ({ ...before, ...one })) : null
  return { ...typed, change, faults, saving, edition, settle, refused }
}
