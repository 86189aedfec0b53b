import { type RefObject, useEffect, useState } from 'react'
import type { SearchResult } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { Combobox } from '../ui/combobox.tsx'

type Found = SearchResult['items'][number]
type Answer = Readonly<{ q: string; items: readonly Found[]; hasFailed: boolean }>

const PAUSE_MS = 120
const NOTHING: Answer = { q: '', items: [], hasFailed: false }

type Props = Readonly<{ onFound: (place: Found) => void; inputRef: RefObject<HTMLInputElement | null> }>

/** Finds districts, neighbourhoods and streets by name, Turkish letters or not. */
export function PlaceSearch({ onFound, inputRef }: Props) {
  const { t } = useKomsu()
  const [text, setText] = useState('')
  const answer = useSearch(text)
  const message = answer.hasFailed
    ? t('search.failed')
    : answer.q && answer.items.length === 0
      ? t('search.none', { q: answer.q })
      : null
  return (
    <Combobox
      inputRef={inputRef}
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      text={text}
      onText={setText}
      choices={answer.items.map(item => ({
        key: `${item.level}.${item.id}`,
        label: item.name,
        detail: [t(`level.${item.level}`), item.parentName].filter(Boolean).join(' · '),
      }))}
      message={message}
      announcement={message ?? (answer.q ? t('search.count', { n: answer.items.length }) : '')}
      onChoose={key => {
        const place = answer.items.find(item => `${item.level}.${item.id}` === key)
        if (!place) return
        setText(place.name)
        onFound(place)
      }}
    />
  )
}

function useSearch(text: string): Answer {
  const { client } = useKomsu()
  const [answer, setAnswer] = useState(NOTHING)
  const q = text.trim()
  useEffect(() => {
    if (q.length < 2) return setAnswer(NOTHING)
    const giveUp = new AbortController()
    const timer = setTimeout(() => {
      client.search(q, giveUp.signal).then(
        ({ items }) => setAnswer({ q, items: items.slice(0, 12), hasFailed: false }),
        () => giveUp.signal.aborted || setAnswer({ q, items: [], hasFailed: true }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      giveUp.abort()
    }
  }, [q, client])
  return answer
}
