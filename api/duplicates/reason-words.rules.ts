/** The bars of the waterfall as an officer would say them, in both languages. Pure; the screen imports it too. */
import type { Bar } from './weigh-files.rules.ts'

type Said = Readonly<{ tr: string; en: string }>

const WORDS: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  given_name: {
    same: { tr: 'Adları aynı', en: 'Same given name' },
    swapped: { tr: 'Adla soyadı yer değiştirmiş', en: 'Given and family name swapped' },
    close: { tr: 'Adları neredeyse aynı yazılmış', en: 'Given names spelt nearly the same' },
    part: { tr: 'Adlarının bir bölümü aynı', en: 'One part of the given name the same' },
    similar: { tr: 'Adları benziyor', en: 'Similar given names' },
    different: { tr: 'Adları farklı', en: 'Different given names' },
  },
  family_name: {
    same: { tr: 'Soyadları aynı', en: 'Same family name' },
    swapped: { tr: 'Adla soyadı yer değiştirmiş', en: 'Given and family name swapped' },
    close: { tr: 'Soyadları neredeyse aynı yazılmış', en: 'Family names spelt nearly the same' },
    part: { tr: 'Soyadlarının bir bölümü aynı', en: 'One part of the family name the same' },
    similar: { tr: 'Soyadları benziyor', en: 'Similar family names' },
    different: { tr: 'Soyadları farklı', en: 'Different family names' },
    missing: { tr: 'Soyadı ayrıca bir şey söylemiyor', en: 'The family name says nothing more' },
  },
  born_on: {
    same: { tr: 'Aynı gün doğmuşlar', en: 'Born on the same day' },
    swapped: { tr: 'Doğum tarihinde günle ay yer değiştirmiş', en: 'Day and month of birth swapped' },
    close: { tr: 'Doğum tarihinin tek rakamı farklı', en: 'One digit of the birth date differs' },
    part: { tr: 'Doğum yılı ve günü ya da ayı aynı', en: 'Same year and day or month of birth' },
    different: { tr: 'Doğum tarihleri farklı', en: 'Different birth dates' },
  },
  place: {
    same: { tr: 'Aynı kapıda oturuyorlar', en: 'Living at the same door' },
    door: { tr: 'Aynı binada, başka dairede', en: 'Same building, another flat' },
    street: { tr: 'Aynı sokakta', en: 'On the same street' },
    neighbourhood: { tr: 'Aynı mahallede', en: 'In the same neighbourhood' },
    different: { tr: 'Başka mahallede', en: 'In another neighbourhood' },
  },
  phone: {
    same: { tr: 'Telefonları aynı', en: 'Same phone' },
    different: { tr: 'Telefonları farklı', en: 'Different phones' },
  },
  prior: {
    prior: { tr: 'Rastgele iki kişi çoğunlukla aynı kişi değildir', en: 'Two people at random are seldom one' },
  },
  kin: { kin: { tr: 'Akraba ya da hane halkı olabilirler', en: 'They may be relatives or of one home' } },
}

const MISSING: Said = { tr: 'Biri bilinmiyor, bir şey söylemiyor', en: 'One is not known and says nothing' }

/** What a bar says, without its weight. */
export function sayBar({ field, level }: Bar, language: 'tr' | 'en'): string {
  if (field === 'others') {
    const count = Number(level)
    return language === 'tr'
      ? `${count} kişi daha birbirini tutuyor`
      : `${count} more ${count === 1 ? 'person agrees' : 'people agree'}`
  }
  return (WORDS[field]?.[level] ?? MISSING)[language]
}

export type Strength = 'strong' | 'some' | 'none' | 'against'

/** How much a bar says, for those who do not think in bits: above 6 bits (64 to 1) much, above 1 some, below −1 against. */
export function strengthOf({ weight }: Bar): Strength {
  if (weight >= 6) return 'strong'
  if (weight >= 1) return 'some'
  return weight > -1 ? 'none' : 'against'
}
