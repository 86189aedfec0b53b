import { useCallback, useMemo, useRef, useState } from 'react'
import { changesBetween, mergeAnswers } from '../../api/inspections/answers.rules.ts'
import { answerAt, type Evaluation, evaluate } from '../../api/inspections/form.rules.ts'
import type { Answer, Answers } from '../../api/inspections/form-answers.contract.ts'
import type { FormDefinition } from '../../api/inspections/form-definition.contract.ts'
import type { Change, InspectionView, Saved } from '../../api/inspections/inspection.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { asProblem } from '../office/use-read.ts'
import { type SaveState, useAutoSave } from '../ui/use-auto-save.ts'

/** The same answer changed here and on another device: what stands there now, and what was typed here. */
export type Conflict = Readonly<{ question: string; person: string | null; mine: Answer | null; theirs: Answer | null }>

export type Filling = Readonly<{
  answers: Answers
  evaluation: Evaluation
  saving: SaveState
  conflicts: readonly Conflict[]
  put: (question: string, person: string | null, answer: Answer | null) => void
  settle: (conflict: Conflict, keeps: 'mine' | 'theirs') => void
}>

/**
 * The answers of an open inspection as they are typed: saved by themselves one by one, merged with what another device
 * saved meanwhile.
 * @param onClosed the inspection was sent or given to another one meanwhile
 */
export function useFilling(view: InspectionView, definition: FormDefinition, onClosed: () => void): Filling {
  const { client } = useOffice()
  const [answers, setAnswers] = useState(view.answers)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const server = useRef({ answers: view.answers, version: view.version })
  const shown = useRef(answers)
  shown.current = answers
  const evaluation = useMemo(() => evaluate(definition, view.visit, answers), [definition, view.visit, answers])

  const save = useCallback(
    async (now: Answers) => {
      const changes = changesBetween(server.current.answers, now)
      if (changes.length === 0) return
      const address = `/api/inspections/${view.id}`
      const body = { version: server.current.version, changes }
      try {
        const saved = await client.write<Saved>(`${address}/answers`, body, { method: 'PUT', isPatient: false })
        server.current = { answers: now, version: saved.version }
        if (!saved.isStale && saved.conflicts.length === 0) return
        const fresh = await client.read<InspectionView>(address)
        const refused = changes.filter(change => saved.conflicts.some(one => isAt(one, change)))
        server.current = { answers: fresh.answers, version: fresh.version }
        setAnswers(onto(fresh.answers, changesBetween(now, shown.current)))
        setConflicts(before => [...before, ...refused.map(change => conflictOf(change, fresh.answers))])
      } catch (error) {
        if (asProblem(error).type === 'closed') onClosed()
        throw error
      }
    },
    [client, view.id, onClosed],
  )
  const saving = useAutoSave(answers, save)
  const put = useCallback((question: string, person: string | null, to: Answer | null) => {
    setAnswers(before => onto(before, [{ question, person, from: answerAt(before, question, person) ?? null, to }]))
  }, [])
  const settle = (conflict: Conflict, keeps: 'mine' | 'theirs') => {
    if (keeps === 'mine') put(conflict.question, conflict.person, conflict.mine)
    setConflicts(before => before.filter(one => one !== conflict))
  }
  return { answers, evaluation, saving, conflicts, put, settle }
}

/** Changes typed while a saving was on its way, on top of what came back. */
function onto(answers: Answers, changes: readonly Change[]): Answers {
  const fitting = changes.map(change => ({
    ...change,
    from: answerAt(answers, change.question, change.person) ?? null,
  }))
  return mergeAnswers(answers, fitting).answers
}

function isAt(place: { question: string; person: string | null }, change: Change): boolean {
  return place.question === change.question && place.person === change.person
}

function conflictOf({ question, person, to }: Change, answers: Answers): Conflict {
  return { question, person, mine: to, theirs: answerAt(answers, question, person) ?? null }
}
