import { drawFiles, drawPeople, mistype, type PersonDrawn, type Question } from './draw-questions.ts'
import type { RawName } from './raw-questions.ts'
import type { Seat } from './sign-in.ts'

/** A group of questions of one kind, measured together. */
export type Group = Readonly<{
  case: RawName
  role: string
  aim: 'search' | 'file' | 'work list' | 'pool'
  questions: readonly Question[]
}>

type Draw = Readonly<{ url: string; seats: readonly Seat[]; count: number; seed: number }>

const search = (q: string) => `/api/households?q=${encodeURIComponent(q)}`

/** What officers type into the search: each kind as several of them ask it. */
export async function searches({ url, seats, count, seed }: Draw): Promise<Group[]> {
  const drawn = await Promise.all(
    seats.map(async seat => ({
      seat,
      people: await drawPeople(url, { seat, count: Math.ceil(count / seats.length), seed }),
    })),
  )
  const each = (ask: (person: PersonDrawn, n: number) => Omit<Question, 'seat'> | null) =>
    drawn.flatMap(({ seat, people }) =>
      people.flatMap((person, n) => {
        const asked = ask(person, n)
        return asked ? [{ ...asked, seat }] : []
      }),
    )
  const whole = (person: PersonDrawn) => `${person.given_name} ${person.family_name}`
  const byNumber = (number: string | null) => (number === null ? null : { path: search(number), sql: { number } })
  const groups: Omit<Group, 'role' | 'aim'>[] = [
    {
      case: 'search name',
      questions: each(person => ({
        path: search(whole(person)),
        sql: { words: JSON.stringify([[person.given], [person.family]]), whole: `${person.given} ${person.family}` },
      })),
    },
    {
      case: 'search typo',
      questions: each((person, n) => {
        const typed = mistype(person.family_name, n)
        return { path: search(`${person.given_name} ${typed}`), sql: { typed: mistype(person.family, n) } }
      }),
    },
    { case: 'search national id', questions: each(person => byNumber(person.national_id)) },
    { case: 'search phone', questions: each(person => byNumber(person.phone)) },
    {
      case: 'search number',
      questions: each((person, n) => byNumber(n % 2 ? person.file_no : (person.reference_no ?? person.file_no))),
    },
    {
      case: 'search address',
      questions: each(({ street, street_id, door_no }) =>
        street === null || street_id === null || door_no === null
          ? null
          : { path: search(`${street} no ${door_no}`), sql: { street: street_id, door: door_no } },
      ),
    },
  ]
  return groups.map(group => ({ ...group, role: roleOf(seats[0]), aim: 'search' }))
}

/** Household files as those open them who work on them. */
export async function files(draw: Draw): Promise<Group[]> {
  const questions = await Promise.all(
    draw.seats.map(async seat => {
      const ids = await drawFiles(draw.url, { seat, count: draw.count, seed: draw.seed })
      return ids.map(id => ({ path: `/api/households/${id}`, seat, sql: { id } }))
    }),
  )
  return draw.seats.map((seat, i) => ({ case: 'file', role: roleOf(seat), aim: 'file', questions: questions[i] ?? [] }))
}

const READERS = new Set(['intake', 'chief', 'inspector', 'commission'])

/** First screens, asked again and again as people come back to them; and the pool of the chief. */
export function firstScreens(seats: readonly Seat[], times: number): Group[] {
  const again = (path: string, seat: Seat) => Array.from({ length: times }, () => ({ path, seat, sql: {} }))
  const chiefs = seats.filter(({ username }) => username === 'chief')
  return [
    ...seats.map(
      seat =>
        ({
          case: READERS.has(roleOf(seat)) ? 'work list' : 'counts',
          role: roleOf(seat),
          aim: 'work list',
          questions: again('/api/work-lists', seat),
        }) as const,
    ),
    ...chiefs.map(
      seat => ({ case: 'pool', role: 'chief', aim: 'pool', questions: again('/api/activities', seat) }) as const,
    ),
  ]
}

/** Demo accounts are named as their role; several of one carry a number. */
export function roleOf(seat: Seat | undefined): string {
  return (seat?.username ?? '').replace(/\d+$/, '')
}
