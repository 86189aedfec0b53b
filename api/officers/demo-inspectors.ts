import type { Trx } from '../platform/database.ts'
import { giveHome, recordDemoAbsence } from './demo-staff.queries.ts'
import { insertOfficer } from './officer.queries.ts'

type DemoInspector = Readonly<{
  username: string
  displayName: string
  sex: 'female' | 'male'
  /** Which of the demo's districts, by position. */
  districts: readonly number[]
  weeklyMaximum: number
  /** Away for some days from the day the account is made. */
  isAway?: true
}>

/** Colleagues of the account `inspector`, so that there is somebody to plan a week for. The names are made up. */
const COLLEAGUES: readonly DemoInspector[] = [
  {
    username: 'inspector2',
    displayName: 'Serkan Yalın (sosyal incelemeci)',
    sex: 'male',
    districts: [0, 1],
    weeklyMaximum: 25,
  },
  {
    username: 'inspector3',
    displayName: 'Pelin Aksu (sosyal incelemeci)',
    sex: 'female',
    districts: [0],
    weeklyMaximum: 25,
  },
  {
    username: 'inspector4',
    displayName: 'Tolga Erim (sosyal incelemeci)',
    sex: 'male',
    districts: [1, 2],
    weeklyMaximum: 25,
    isAway: true,
  },
  {
    username: 'inspector5',
    displayName: 'Melike Saygın (sosyal incelemeci)',
    sex: 'female',
    districts: [1, 2],
    weeklyMaximum: 20,
  },
  {
    username: 'inspector6',
    displayName: 'Barış Doğan (sosyal incelemeci)',
    sex: 'male',
    districts: [2],
    weeklyMaximum: 15,
  },
]

/** Makes the demo inspectors that are missing, each with a home in their districts; run after the account `chief` is made. */
export async function ensureDemoInspectors(
  trx: Trx,
  of: { districts: readonly number[]; passwordHash: string },
): Promise<void> {
  await giveHome(trx, { username: 'inspector', sex: 'female', districts: of.districts, weeklyMaximum: 25, nth: 0 })
  for (const [nth, { username, displayName, sex, districts: at, weeklyMaximum, isAway }] of COLLEAGUES.entries()) {
    const districts = at.flatMap(i => of.districts[i] ?? [])
    const officer = { username, displayName, passwordHash: of.passwordHash, role: 'inspector', isDemo: true } as const
    const id = await insertOfficer(trx, { ...officer, districts: districts.length > 0 ? districts : of.districts })
    if (id === undefined) continue
    await giveHome(trx, { username, sex, districts, weeklyMaximum, nth: nth + 1 })
    if (isAway) await recordDemoAbsence(trx, id)
  }
}
