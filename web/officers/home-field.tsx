import { useEffect, useId, useState } from 'react'
import type { SearchResult } from '../../api/need-map/need-map.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Combobox } from '../ui/combobox.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ name: string | null; onChoose: (id: number | null, name: string | null) => void }>

const PAUSE_MS = 150

/** The neighbourhood an officer lives in, found by its name. */
export function HomeField({ name, onChoose }: Props) {
  const w = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const found = useNeighbourhoods(text)
  return (
    <div className="form-field">
      <span className="form-label" id={id}>
        {w('home')}
      </span>
      <p className="quiet">{w('homeHelp')}</p>
      <p>
        <b>{name ?? w('homeNone')}</b>{' '}
        {name && (
          <button type="button" className="text-button" onClick={() => onChoose(null, null)}>
            {w('homeNone')}
          </button>
        )}
      </p>
      <Combobox
        label={w('home')}
        placeholder={w('homeChange')}
        text={text}
        onText={setText}
        choices={found.map(one => ({ key: String(one.id), label: one.name, detail: one.parentName ?? '' }))}
        message={text.trim().length >= 3 && found.length === 0 ? w('homeEmpty') : null}
        announcement={String(found.length)}
        onChoose={key => {
          const place = found.find(one => String(one.id) === key)
          if (place) onChoose(place.id, [place.name, place.parentName].filter(Boolean).join(', '))
          setText('')
        }}
      />
    </div>
  )
}

function useNeighbourhoods(text: string): SearchResult['items'] {
  const { client } = useOffice()
  const [found, setFound] = useState<SearchResult['items']>([])
  const q = text.trim()
  useEffect(() => {
    if (q.length < 2) return setFound([])
    const giveUp = new AbortController()
    const timer = setTimeout(() => {
      client
        .read<SearchResult>(`/api/need-map/search?q=${encodeURIComponent(q)}`, { signal: giveUp.signal })
        .then(({ items }) => setFound(items.filter(one => one.level === 'neighbourhood').slice(0, 10)))
        .catch(() => giveUp.signal.aborted || setFound([]))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      giveUp.abort()
    }
  }, [q, client])
  return found
}
