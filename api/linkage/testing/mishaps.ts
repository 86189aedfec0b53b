/** What happens to a record on its way through a counter, a phone call or an old list. */
import names from '../../../data/turkish-names.json' with { type: 'json' }
import type { Chance, PlantedPerson } from './planted-people.ts'

type Mishap = (person: PlantedPerson, chance: Chance) => void

/** Each as likely as the others. */
export const MISHAPS: readonly Mishap[] = [
  typoInName,
  withoutTurkishLetters,
  upperCasedByEnglishRules,
  namesSwapped,
  marriedName,
  doubleSurname,
  doubleName,
  otherSpelling,
  otherDay,
  dayAndMonthSwapped,
  otherYear,
  slipInNationalId,
  movedHouse,
  otherPhone,
  lookalikeLetters,
]

function typoInName(person: PlantedPerson, chance: Chance): void {
  const field = chance.chance(0.5) ? 'given_name' : 'family_name'
  person[field] = typo(person[field], chance)
}

function typo(text: string, chance: Chance): string {
  const at = 1 + chance.below(Math.max(1, text.length - 1))
  const letter = chance.pick([...'aeiıoöuükmnrstl'])
  const swapped = text.slice(0, at - 1) + (text[at] ?? '') + (text[at - 1] ?? '') + text.slice(at + 1)
  return chance.pick([
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + letter + text.slice(at + 1),
    swapped,
  ])
}

function withoutTurkishLetters(person: PlantedPerson): void {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
  person.given_name = plain(person.given_name)
  person.family_name = plain(person.family_name)
}

/** "İrem" → "I" with a dot left behind, "ışık" → "ISIK": what English casing makes of Turkish. */
function upperCasedByEnglishRules(person: PlantedPerson): void {
  person.given_name = person.given_name.toUpperCase()
  person.family_name = person.family_name.toLowerCase()
}

function namesSwapped(person: PlantedPerson): void {
  const given = person.given_name
  person.given_name = person.family_name
  person.family_name = given
}

function marriedName(person: PlantedPerson, chance: Chance): void {
  person.family_name = chance.pick(names.family)
}

function doubleSurname(person: PlantedPerson, chance: Chance): void {
  person.family_name = `${person.family_name} ${chance.pick(names.family)}`
}

/** Fatma Nur ~ Fatmanur ~ Fatma. */
function doubleName(person: PlantedPerson, chance: Chance): void {
  const [first = '', second] = person.given_name.split(' ')
  if (second) person.given_name = chance.pick([first, second, `${first}${second.toLowerCase()}`])
  else person.given_name = `${first} ${chance.pick(['Nur', 'Ali', 'Can', 'Gül'])}`
}

function otherSpelling(person: PlantedPerson): void {
  person.given_name = person.given_name
    .replace('Mehmet', 'Muhammed')
    .replace('Ahmet', 'Ahmed')
    .replace('Fatma', 'Fatıma')
    .replace('Hatice', 'Hadice')
    .replace('Hüseyin', 'Hüseyn')
    .replace('Zeynep', 'Zeyneb')
    .replace(/^([A-ZÇĞİÖŞÜ].*)a([a-zçğıöşü]*)$/, '$1â$2')
}

function otherDay(person: PlantedPerson, chance: Chance): void {
  person.born_on = person.born_on.slice(0, 8) + String(1 + chance.below(28)).padStart(2, '0')
}

function dayAndMonthSwapped(person: PlantedPerson): void {
  const [year = '', month = '', day = ''] = person.born_on.split('-')
  if (Number(day) <= 12) person.born_on = `${year}-${day}-${month}`
}

function otherYear(person: PlantedPerson, chance: Chance): void {
  const year = Number(person.born_on.slice(0, 4))
  person.born_on = `${year + chance.pick([-10, -1, 1, 10])}${person.born_on.slice(4)}`
}

function slipInNationalId(person: PlantedPerson, chance: Chance): void {
  const at = 1 + chance.below(10)
  const digit = (Number(person.national_id[at]) + 1 + chance.below(9)) % 10
  person.national_id = person.national_id.slice(0, at) + digit + person.national_id.slice(at + 1)
}

function movedHouse(person: PlantedPerson, chance: Chance): void {
  person.neighbourhood = `${chance.pick(names.lanes)} Mahallesi`
  person.address = `${1000 + chance.below(2000)}. Sokak No: ${1 + chance.below(90)}/${1 + chance.below(12)}`
}

function otherPhone(person: PlantedPerson, chance: Chance): void {
  person.phone = `05${30 + chance.below(25)}${String(chance.below(1e7)).padStart(7, '0')}`
}

/** Cyrillic а, е, о from a document pasted in. */
function lookalikeLetters(person: PlantedPerson): void {
  person.given_name = person.given_name.replace(/[aeo]/, letter => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? letter)
}
