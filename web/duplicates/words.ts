import { makeWords } from '../office/words.ts'
import { en } from './words-en.ts'
import { tr } from './words-tr.ts'

export const useWords = makeWords({ tr, en })

export type Word = Parameters<ReturnType<typeof useWords>>[0]

/** A probability in words. */
export function sureness(probability: number): Word {
  if (probability >= 0.99) return 'sure.4'
  if (probability >= 0.9) return 'sure.3'
  return probability >= 0.5 ? 'sure.2' : 'sure.1'
}
