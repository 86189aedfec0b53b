import { makeWords } from '../office/words.ts'
import { FACT_EN } from './fact-words-en.ts'
import { FACT_TR, type FactWord } from './fact-words-tr.ts'

export type { FactWord }
export const useFactWords = makeWords({ tr: FACT_TR, en: FACT_EN })

/** Whether there is a word for a key made of a code of the database. */
export function isFactWord(key: string): key is FactWord {
  return Object.hasOwn(FACT_TR, key)
}

/** The word of a code made into a key, or the key itself where nobody knows the code. */
export function useFactWord(): (key: string) => string {
  const f = useFactWords()
  return key => (isFactWord(key) ? f(key) : key)
}
