import { useCallback, useRef, useState } from 'react'
import type { Draft } from '../../api/applications/draft.contract.ts'
import { formOfDraft, type IntakeForm } from '../../api/applications/intake-form.rules.ts'
import { ApiProblem } from '../app/api.ts'
import { useOffice } from '../office/use-office.ts'
import { useAutoSave } from '../ui/use-auto-save.ts'

/** What is typed, saved as it is typed. `change` takes some fields, or a function of the newest form. */
export function useIntakeDraft(draft: Draft) {
  const { client } = useOffice()
  const [form, setForm] = useState(() => formOfDraft(draft.payload))
  const [isOver, setOver] = useState(false)
  const [isStale, setStale] = useState(false)
  const version = useRef(draft.version)
  const save = async (payload: IntakeForm) => {
    try {
      const saved = await client.write<Draft>(
        `/api/applications/drafts/${draft.id}`,
        { version: version.current, payload },
        { method: 'PUT', isPatient: false },
      )
      version.current = saved.version
    } catch (error) {
      // Somebody (another tab) saved it meanwhile, or handed it in: trying again would not help.
      if (error instanceof ApiProblem && error.status === 409) setStale(true)
      throw error
    }
  }
  const saving = useAutoSave(form, save, { isOff: isOver || isStale })
  const change = useCallback((some: Partial<IntakeForm> | ((form: IntakeForm) => Partial<IntakeForm>)) => {
    setForm(before => ({ ...before, ...(typeof some === 'function' ? some(before) : some) }))
  }, [])
  return { form, change, saving, isStale, end: () => setOver(true) }
}

export type Change = ReturnType<typeof useIntakeDraft>['change']
