import { type RefObject, useEffect, useRef } from 'react'
import type { SearchResult } from '../../api/need-map/need-map.contract.ts'
import type { MapLevel } from '../app/view.rules.ts'
import { IndicatorPicker } from './indicator-picker.tsx'
import { LevelSwitch } from './level-switch.tsx'
import { PlaceSearch } from './place-search.tsx'

type Props = Readonly<{
  level: MapLevel
  sentence: string
  onFound: (place: SearchResult['items'][number]) => void
}>

/** What is shown, in a title and a sentence; at which level; and the way to a place. */
export function MapHeader({ level, sentence, onFound }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useShortcut(field)
  return (
    <header className="map-header">
      <div className="map-title">
        <h1>
          <IndicatorPicker />
        </h1>
        <p className="map-sentence">{sentence}</p>
      </div>
      <LevelSwitch shown={level} />
      <PlaceSearch onFound={onFound} inputRef={field} />
    </header>
  )
}

/** Ctrl K (⌘ K) goes to the search from anywhere. */
function useShortcut(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [field])
}
