import type { Topic } from './household-facts.rules.ts'

/** Whose a variable is: one of the household, or one for each of its people, assets or special statuses. */
export const SCOPES = ['household', 'person', 'asset', 'status'] as const
export type Scope = (typeof SCOPES)[number]

type Named = Readonly<{ tr: string; en: string }>
type Shape = Readonly<
  { kind: 'number'; from: 0; unit: Named } | { kind: 'choice'; values: Readonly<Record<string, Named>> }
>
export type Variable = Readonly<{ scope: Scope; topic: Topic | 'people'; label: Named }> & Shape

const named = (tr: string, en: string): Named => ({ tr, en })
const YES_NO = { yes: named('evet', 'yes'), no: named('hayır', 'no') }
type Of<K> = Variable & Readonly<{ kind: K }>
const numeric = (scope: Scope, topic: Variable['topic'], label: Named, unit: Named): Of<'number'> => ({
  ...{ scope, topic, label, unit },
  kind: 'number',
  from: 0,
})
const choice = (
  ...[scope, topic, label, values]: [Scope, Variable['topic'], Named, Readonly<Record<string, Named>>]
): Of<'choice'> => ({ scope, topic, label, kind: 'choice', values })
const TIMES = named('kat', 'times')

/**
 * The closed list of what a scheme may ask: facts of the household and its people. There is no place in it, and no
 * figure of a place: an area's score never enters a person's (DOMAIN.md §3).
 */
export const VARIABLES = {
  'income.ratio': numeric(
    'household',
    'income',
    named('Kişi başına gelirin eşiğe oranı', 'Income per head against the threshold'),
    TIMES,
  ),
  'household.members': numeric(
    'household',
    'people',
    named('Hanedeki kişi sayısı', 'People in the household'),
    named('kişi', 'people'),
  ),
  'dwelling.tenure': choice('household', 'dwelling', named('Konutta oturma hakkı', 'Right to the dwelling'), {
    owner: named('ev sahibi', 'owner'),
    tenant: named('kiracı', 'tenant'),
    rent_free: named('kira ödemeden', 'rent-free'),
    lodging: named('lojman', 'lodging'),
    informal: named('tapusuz', 'informal'),
  }),
  'dwelling.kind': choice('household', 'dwelling', named('Konutun türü', 'Kind of dwelling'), {
    flat: named('apartman dairesi', 'flat'),
    house: named('müstakil ev', 'house'),
    gecekondu: named('gecekondu', 'gecekondu'),
    basement: named('bodrum', 'basement'),
    container: named('konteyner', 'container'),
    other: named('diğer', 'other'),
  }),
  'dwelling.condition': choice('household', 'dwelling', named('Konutun durumu', 'Condition of the dwelling'), {
    good: named('iyi', 'good'),
    worn: named('yıpranmış', 'worn'),
    poor: named('kötü', 'poor'),
  }),
  'dwelling.heating': choice('household', 'dwelling', named('Isınma', 'Heating'), {
    gas: named('doğal gaz', 'gas'),
    stove: named('soba', 'stove'),
    electric: named('elektrik', 'electric'),
    air_conditioner: named('klima', 'air conditioner'),
    none: named('yok', 'none'),
  }),
  'dwelling.people_per_room': numeric(
    'household',
    'dwelling',
    named('Oda başına kişi', 'People per room'),
    named('kişi', 'people'),
  ),
  'employment.work': choice('household', 'income', named('Hanede çalışan', 'Who works in the household'), {
    nobody: named('kimse çalışmıyor', 'nobody'),
    casual: named('yalnız gündelik iş', 'casual work only'),
    one_for_many: named('üçten çok kişiye bir düzenli gelir', 'one steady income for more than three'),
    steady: named('düzenli gelir var', 'steady income'),
  }),
  'person.age': numeric('person', 'people', named('Yaş', 'Age'), named('yaş', 'years')),
  'person.dependant': choice('person', 'schooling', named('Çocuk, öğrenci, yaşlı', 'Child, student, elder'), {
    child: named('18 yaşından küçük', 'under 18'),
    student: named('18–25 yaşında öğrenci', 'student of 18–25'),
    elder: named('65 yaş ve üzeri', '65 or older'),
    none: named('hiçbiri', 'none of them'),
  }),
  'person.disability_degree': numeric(
    'person',
    'health',
    named('Engel oranı', 'Degree of disability'),
    named('%', '%'),
  ),
  'person.illness': choice('person', 'health', named('Süregelen hastalık', 'Lasting illness'), {
    none: named('yok', 'none'),
    chronic_illness: named('süreğen hastalık', 'chronic illness'),
    continuous_treatment: named('sürekli tedavi', 'continuous treatment'),
  }),
  'person.needs_care': choice('person', 'health', named('Bakım gereksinimi', 'Need of care'), YES_NO),
  'asset.kind': choice('asset', 'assets', named('Varlığın türü', 'Kind of asset'), {
    dwelling: named('ikinci konut', 'another dwelling'),
    vehicle: named('araç', 'vehicle'),
    land: named('arsa, tarla', 'land'),
    savings: named('birikim', 'savings'),
    livestock: named('hayvan', 'livestock'),
    other: named('diğer', 'other'),
  }),
  'asset.wages': numeric(
    'asset',
    'assets',
    named('Varlığın değeri, asgari ücretin katı', 'Worth of the asset in minimum wages'),
    TIMES,
  ),
  'status.kind': choice('status', 'status', named('Sarsıntı veya özel durum', 'Shock or special status'), {
    disaster: named('afet', 'disaster'),
    fire: named('yangın', 'fire'),
    accident: named('kaza', 'accident'),
    job_loss: named('iş kaybı', 'job loss'),
    bereavement: named('yakınının vefatı', 'bereavement'),
    martyr_kin: named('şehit yakını', 'martyr’s kin'),
    veteran: named('gazi', 'veteran'),
    single_parent: named('tek ebeveyn', 'single parent'),
    domestic_violence: named('aile içi şiddet', 'domestic violence'),
    prisoner_in_family: named('ailede hükümlü veya tutuklu', 'prisoner in the family'),
    migrant: named('göçmen', 'migrant'),
  }),
} as const satisfies Record<string, Variable>

export type VariableCode = keyof typeof VARIABLES

export function isVariableCode(code: string): code is VariableCode {
  return Object.hasOwn(VARIABLES, code)
}

/** A variable seen by its shape alone. */
export function variableOf(code: VariableCode): Variable {
  return VARIABLES[code]
}
