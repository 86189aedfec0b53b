import { type Asked, type HouseholdFacts, TOPICS, type Topic } from './household-facts.rules.ts'

/** All topics as covered by one source, but some. */
export function covering(by: Asked, but: readonly Topic[] = []): HouseholdFacts['asked'] {
  return Object.fromEntries(TOPICS.filter(topic => !but.includes(topic)).map(topic => [topic, by]))
}
