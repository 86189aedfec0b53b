import { ADULT_AGE, ageOn } from '../platform/day.ts'
import { type FactShown, findLatest, type HealthFact, isInForce, type Member } from './household-facts.rules.ts'
import { isCovered, known, type Reading, type Scene, unknown } from './readings.rules.ts'

const ELDER_AGE = 65
const STUDENT_UNTIL = 25

export function readAge(scene: Scene, member: Member): Reading {
  return known(ageOn(member.bornOn, scene.facts.day), [showAge(scene, member)])
}

/** Child, student, elder or none; only between 18 and 25 does it hang on a fact of schooling. */
export function readDependant(scene: Scene, member: Member): Reading {
  const age = ageOn(member.bornOn, scene.facts.day)
  const facts = [showAge(scene, member)]
  if (age < ADULT_AGE) return known('child', facts)
  if (age >= ELDER_AGE) return known('elder', facts)
  if (age > STUDENT_UNTIL) return known('none', facts)
  const schooling = findLatest(scene.facts.schooling, scene.facts.day, fact => fact.personId === member.id)
  if (!schooling)
    return isCovered(scene, 'schooling')
      ? known('none', facts)
      : unknown(scene, 'schooling', { facts, possible: ['student', 'none'] })
  const { id, isAttending, provenance, validFrom } = schooling
  const value = isAttending ? 'attending' : 'not_attending'
  facts.push({ kind: 'schooling', id, personId: member.id, name: 'school', value, source: provenance, date: validFrom })
  return known(isAttending ? 'student' : 'none', facts)
}

/** The highest degree in force; a disability whose report gives none may be of any degree. */
export function readDisability(scene: Scene, member: Member): Reading {
  const found = healthOf(scene, member, 'disability')
  const facts = found.map(showHealth)
  const most = Math.max(0, ...found.map(fact => fact.degreePercent ?? 0))
  if (found.some(fact => fact.degreePercent === null))
    return unknown(scene, 'health', { facts, possible: { from: most, to: 100 } })
  if (found.length > 0) return known(most, facts)
  return isCovered(scene, 'health') ? known(0, []) : unknown(scene, 'health', { possible: { from: 0, to: 100 } })
}

export function readIllness(scene: Scene, member: Member): Reading {
  const treatment = healthOf(scene, member, 'continuous_treatment')
  const chronic = healthOf(scene, member, 'chronic_illness')
  if (treatment.length > 0) return known('continuous_treatment', treatment.map(showHealth))
  if (chronic.length > 0) return known('chronic_illness', chronic.map(showHealth))
  return isCovered(scene, 'health') ? known('none', []) : unknown(scene, 'health')
}

export function readCare(scene: Scene, member: Member): Reading {
  const found = healthOf(scene, member, 'needs_care')
  if (found.length > 0) return known('yes', found.map(showHealth))
  return isCovered(scene, 'health') ? known('no', []) : unknown(scene, 'health')
}

function healthOf({ facts }: Scene, member: Member, kind: string): HealthFact[] {
  return facts.health
    .filter(fact => fact.personId === member.id && fact.kind === kind && isInForce(fact, facts.day))
    .sort((a, b) => a.id - b.id)
}

function showHealth({ id, personId, kind, degreePercent, provenance, validFrom }: HealthFact): FactShown {
  return { kind: 'health', id, personId, name: kind, value: degreePercent, source: provenance, date: validFrom }
}

// The age, not the day of birth: it is all the point needs.
function showAge({ facts: { day } }: Scene, { id, bornOn }: Member): FactShown {
  return { kind: 'person', id, personId: id, name: 'age', value: ageOn(bornOn, day), source: 'file', date: day }
}
