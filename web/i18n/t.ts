import { enMap } from './en-map.ts'
import { enOffice } from './en-office.ts'
import { trMap } from './tr-map.ts'
import { trOffice } from './tr-office.ts'

/** Turkish is the shape; another language that lacks a key does not compile. */
export type Key = keyof typeof trMap | keyof typeof trOffice
export type Language = 'tr' | 'en'
export type Translate = (key: Key, fill?: Readonly<Record<string, string | number>>) => string

const WORDS: Record<Language, Record<Key, string>> = {
  tr: { ...trMap, ...trOffice },
  en: { ...enMap, ...enOffice },
}

/** A function that says a key in a language: `t('search.none', { q })`. A placeholder without a value stays visible. */
export function translator(language: Language): Translate {
  const words = WORDS[language]
  return (key, fill = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole))
}
