/** What is not filled in yet. Pure. */
import type { IntakeForm } from './intake-form.rules.ts'

/** Fields without which there is nothing to send yet, in the order of the page. */
export type Gap = Readonly<{
  field: string
  code:
    | 'household'
    | 'given_name'
    | 'family_name'
    | 'sex'
    | 'born_on'
    | 'street'
    | 'door'
    | 'pin'
    | 'description'
    | 'neighbourhood'
    | 'event_day'
}>

export function findGaps(form: IntakeForm): Gap[] {
  const gaps: Gap[] = []
  const when = (is: boolean, field: string, code: Gap['code']) => void (is && gaps.push({ field, code }))
  when(!form.isNew && form.householdId === null, 'household', 'household')
  if (form.isNew) {
    form.people.forEach((person, row) => {
      const at = (name: string) => `household.people.${row}.${name}`
      when(person.givenName.trim() === '', at('givenName'), 'given_name')
      when(person.familyName.trim() === '', at('familyName'), 'family_name')
      when(person.sex === '', at('sex'), 'sex')
      when(person.bornOn === '', at('bornOn'), 'born_on')
    })
    const { way, street, doorNo, pin, description, neighbourhoodId } = form.address
    when(way === 'door' && !street, 'household.address', 'street')
    when(way === 'door' && doorNo.trim() === '', 'household.address.doorNo', 'door')
    when(way === 'pin' && !pin, 'household.address', 'pin')
    when(way === 'described' && neighbourhoodId === null, 'household.address.neighbourhoodId', 'neighbourhood')
    when(way !== 'door' && description.trim() === '', 'household.address.description', 'description')
  }
  when(
    form.kind === 'victim' && form.event.kind !== '' && form.event.occurredOn === '',
    'event.occurredOn',
    'event_day',
  )
  return gaps
}
