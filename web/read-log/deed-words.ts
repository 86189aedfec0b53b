import { useContext } from 'react'
import { LanguageContext } from '../i18n/make-words.ts'
import { ACTION_WORDS, GROUND_WORDS, SUBJECT_WORDS } from './deed-words.rules.ts'

/** Says codes of the audit in the reader's language; a code without words is shown as it is. */
export function useDeedWords() {
  const language = useContext(LanguageContext)
  const say = (words: Readonly<Record<string, { tr: string; en: string }>>, code: string) =>
    words[code]?.[language] ?? code
  return {
    action: (code: string) => say(ACTION_WORDS, code),
    ground: (code: string) => {
      const [kind = '', ...rest] = code.split(':')
      return [say(GROUND_WORDS, kind), ...rest].join(' ')
    },
    subject: ({ type, id }: { type: string; id: string | null }) =>
      [say(SUBJECT_WORDS, type), id].filter(Boolean).join(' '),
  }
}
