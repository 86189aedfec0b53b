import { makeWords } from '../office/words.ts'
import { EN } from './words-en.ts'
import { TR } from './words-tr.ts'

export const useWords = makeWords({ tr: TR, en: EN })
