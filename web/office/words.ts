/** What a folder of screens needs for its own words. */
export { makeWords } from '../i18n/make-words.ts'
