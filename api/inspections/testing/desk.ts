import type { Database } from '../../platform/database.ts'
import { changesBetween } from '../answers.rules.ts'
import { type Answers, NO_ANSWERS } from '../form-answers.contract.ts'
import { today } from '../start-inspection.ts'
import { familyAnswers } from './family.ts'
import { makeFamily, type openOffice, type Who } from './office.ts'

type Office = Awaited<ReturnType<typeof openOffice>>
export type Family = Awaited<ReturnType<typeof makeFamily>>

/** What the tests of inspections do again and again, said shortly. Elif is the inspector of every family unless told. */
export function deskOf(db: Database, office: Office) {
  const row = async <T>(text: string): Promise<T> => (await db.pool.query(text)).rows[0]
  const versionOf = async (table: 'application' | 'inspection', id: number) =>
    (await row<{ version: number }>(`select version from komsu.${table} where id = ${id}`)).version
  const family = (of: Parameters<typeof makeFamily>[1] = {}) =>
    makeFamily(db, { inspector: office.staff.elif.id, ...of })
  const start = async (one: Family, who: Who = 'elif') =>
    office.ask(who, 'POST', '/api/inspections', {
      body: {
        applicationId: one.application,
        version: await versionOf('application', one.application),
        visitedOn: today(),
        mode: 'home',
      },
    })
  const begin = async (one: Family): Promise<number> => (await start(one)).json().id
  const save = (id: number, changes: unknown, version = 1, who: Who = 'elif') =>
    office.ask(who, 'PUT', `/api/inspections/${id}/answers`, { body: { version, changes } })
  return {
    row,
    versionOf,
    family,
    start,
    begin,
    save,
    rows: async (text: string) => (await db.pool.query(text)).rows,
    read: (id: number, who: Who = 'elif') => office.ask(who, 'GET', `/api/inspections/${id}`),
    view: async (id: number, who: Who = 'elif') => (await office.ask(who, 'GET', `/api/inspections/${id}`)).json(),
    act: async (who: Who, id: number, verb: string, more: object = {}, acting?: string) =>
      office.ask(who, 'POST', `/api/inspections/${id}/${verb}`, {
        body: { version: await versionOf('inspection', id), ...more },
        ...(acting ? { acting } : {}),
      }),
    statusOf: (one: Family) =>
      row<{ status: string; is_urgent: boolean }>(
        `select status, is_urgent from komsu.application where id = ${one.application}`,
      ),
    /** An inspection begun and filled in whole; `change` makes it different. */
    async fillIn(one: Family, change: (answers: Answers) => void = () => undefined): Promise<number> {
      const id = await begin(one)
      const answers = answersFor(one)
      change(answers)
      const saved = await save(id, changesBetween(NO_ANSWERS, answers))
      if (saved.statusCode !== 200) throw new Error(saved.body)
      return id
    },
  }
}

/** The answers of FAMILY for a family of the database. */
function answersFor(one: Family): Answers {
  const { household, people } = familyAnswers()
  const [father, mother, child] = one.people.map(id => `p${id}`) as [string, string, string]
  return {
    household: { ...household, present: { value: [father] } },
    people: { [father]: people.p1 ?? {}, [mother]: people.p2 ?? {}, [child]: people.p3 ?? {} },
  }
}
