import type { FactShown, HouseholdFacts, Member, Topic } from './household-facts.rules.ts'
import { assessNeediness, type Neediness } from './neediness.rules.ts'

/** What a variable is found to be. Where it is not known, `possible` says what it can still be (null: anything). */
export type Reading = Readonly<{
  facts: readonly FactShown[]
}> &
  (
    | Readonly<{ state: 'known'; value: number | string }>
    | Readonly<{ state: 'missing' | 'unreachable'; possible: Possible }>
  )
/** A least and a most (null: no end), or the values left. */
export type Possible = Readonly<{ from: number; to: number | null }> | readonly string[] | null

/** A household made ready for reading: what several variables need is found once. */
export type Scene = Readonly<{
  facts: HouseholdFacts
  needy: Neediness
  living: ReadonlySet<number>
  /** The living, by id. */
  people: readonly Member[]
  unreachable: ReadonlySet<Topic>
}>

export function setScene(facts: HouseholdFacts): Scene {
  const needy = assessNeediness(facts)
  const living = new Set(needy.members)
  const people = facts.members.filter(({ id }) => living.has(id)).sort((a, b) => a.id - b.id)
  return { facts, needy, living, people, unreachable: new Set(facts.unreachable.map(one => one.topic)) }
}

export function known(value: number | string, facts: readonly FactShown[]): Reading {
  return { state: 'known', value, facts }
}

/** Not known: because a registry did not answer, or because nobody asked. */
export function unknown(
  scene: Scene,
  topic: Topic,
  of: { possible?: Possible; facts?: readonly FactShown[] } = {},
): Reading {
  const state = scene.unreachable.has(topic) ? 'unreachable' : 'missing'
  return { state, possible: of.possible ?? null, facts: of.facts ?? [] }
}

/** Whether the absence of a fact is an answer: somebody asked, and every registry of it answered. */
export function isCovered(scene: Scene, topic: Topic): boolean {
  return scene.facts.asked[topic] !== undefined && !scene.unreachable.has(topic)
}
