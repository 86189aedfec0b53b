import { createContext, useContext, useMemo } from 'react'
import type { Language } from './t.ts'

/** The language of everything below; whoever composes a page provides it. */
export const LanguageContext = createContext<Language>('tr')

type Fill = Readonly<Record<string, string | number>>

/** Words of one folder: Turkish is the shape, the compiler asks for the English of every key. */
export type Words<K extends string> = Readonly<{
  tr: Readonly<Record<K, string>>
  en: Readonly<Record<K, string>>
}>

/** Says a key of these words; a placeholder `{n}` without a value stays visible. */
export type Say<K extends string> = (key: K, fill?: Fill) => string

/**
 * The hook of a folder's words: `const useWords = makeWords({ tr: { … }, en: { … } })`, in a component
 * `const w = useWords()` and `w('greeting', { name })`.
 */
export function makeWords<K extends string>(words: Words<K>): () => Say<K> {
  return () => {
    const language = useContext(LanguageContext)
    return useMemo(() => sayIn(words, language), [language])
  }
}

/** The same without React, for tests and pure code. */
export function sayIn<K extends string>(words: Words<K>, language: Language): Say<K> {
  return (key, fill = {}) =>
    words[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole))
}
