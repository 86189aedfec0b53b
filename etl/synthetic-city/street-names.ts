import namesFile from '../../data/turkish-names.json' with { type: 'json' }
import { type Random, randomOf } from './random.ts'

const { avenues, lanes } = namesFile

/** Gives streets names as İzmir's have them: numbered sokaks, a few named ones, caddes and bulvars; unique in a neighbourhood. */
export type Namer = Readonly<{
  avenue: (population: number, shared: string) => { name: string; kind: string }
  road: (to: string) => { name: string; kind: string }
  lane: () => { name: string; kind: string }
}>

/** Counters of one district: its sokaks are numbered through. */
export type Numbering = { next: number }

export function numberingOf(seed: number, district: number): Numbering {
  return { next: 100 + 50 * randomOf(seed, `numbers ${district}`).below(60) }
}

/**
 * @param isTown towns number their sokaks, villages name most of them
 */
export function namerFor(numbering: Numbering, isTown: boolean, random: Random): Namer {
  const taken = new Set<string>()
  const free = (name: string, kind: string): { name: string; kind: string } | undefined => {
    if (taken.has(name)) return undefined
    taken.add(name)
    return { name, kind }
  }
  const numbered = (): { name: string; kind: string } => {
    const slash = random.chance(0.12) ? `/${1 + random.below(3)}` : ''
    if (slash === '') numbering.next++
    return free(`${numbering.next}${slash}. Sokak`, 'sokak') ?? numbered()
  }
  return {
    avenue: (population, shared) => {
      const kind = population > 14_000 ? 'bulvar' : 'cadde'
      const suffix = kind === 'bulvar' ? 'Bulvarı' : 'Caddesi'
      return free(`${shared} ${suffix}`, kind) ?? numbered()
    },
    road: to => free(`${to} Caddesi`, 'cadde') ?? numbered(),
    lane: () => {
      if (random.chance(isTown ? 0.95 : 0.25)) return numbered()
      return free(`${random.pick(lanes)} Sokak`, 'sokak') ?? numbered()
    },
  }
}

/** Name an avenue shares on both sides of a border. */
export function avenueName(random: Random): string {
  return random.pick(avenues)
}
