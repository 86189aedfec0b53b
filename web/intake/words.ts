import { makeWords } from '../office/words.ts'
import { en } from './words-en.ts'
import { tr } from './words-tr.ts'

export const useWords = makeWords({ tr, en })
export type IntakeWords = ReturnType<typeof useWords>
