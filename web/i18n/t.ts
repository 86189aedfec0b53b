import { en } from './en.ts'
import { type Key, tr } from './tr.ts'

export type { Key }
export type Language = 'tr' | 'en'
export type Translate = (key: Key, fill?: Readonly<Record<string, string | number>>) => string

const WORDS: Record<Language, Record<Key, string>> = { tr, en }

/** A function that says a key in a language: `t('search.none', { q })`. A placeholder without a value stays visible. */
export function translator(language: Language): Translate {
  const words = WORDS[language]
  return (key, fill = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole))
}
