import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { evaluate } from '../../../api/inspections/form.rules.ts'
import type { Answer } from '../../../api/inspections/form-answers.contract.ts'
import type { Question } from '../../../api/inspections/form-definition.contract.ts'
import type { InspectionView } from '../../../api/inspections/inspection.contract.ts'
import { SOCIAL_INQUIRY_FORM } from '../../../api/inspections/social-inquiry-form.rules.ts'

/** Answers what is still open, as another device of the same inspector would. */
export async function fillRest(page: Page, address: string, id: number): Promise<void> {
  for (let round = 0; round < 6; round++) {
    const view = (await (await page.request.get(`${address}/api/inspections/${id}`)).json()) as InspectionView
    const { errors, sections } = evaluate(SOCIAL_INQUIRY_FORM, view.visit, view.answers)
    if (errors.length === 0) return
    const asked = sections.flatMap(one => one.blocks.flatMap(block => block.subjects.flatMap(subject => subject.asked)))
    const changes = errors.map(({ path }) => {
      const found = asked.find(one => one.path.question === path.question && one.path.person === path.person)
      return { question: path.question, person: path.person, from: found?.answer ?? null, to: plain(found?.question) }
    })
    const saved = await page.request.put(`${address}/api/inspections/${id}/answers`, {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: { version: view.version, changes },
    })
    expect(saved.status(), await saved.text()).toBe(200)
  }
  throw new Error('the form does not come to an end')
}

function plain(question: Question | undefined): Answer {
  if (!question) throw new Error('an error without a question')
  if (question.type === 'yes_no') return { value: question.id === 'address_right' }
  if (question.type === 'choice') return { value: question.options[0]?.code ?? '' }
  if (question.type === 'multiple')
    return { value: [(question.options.find(option => option.isAlone) ?? question.options[0])?.code ?? ''] }
  if (question.type === 'text') return { value: 'Görüldüğü gibi yazıldı.' }
  if (question.type === 'date') return { value: '2026-01-01' }
  return { value: question.type === 'number' ? 2 : 100_000 }
}
