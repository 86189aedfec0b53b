import { lazy, Suspense, useState } from 'react'
import type { FormAddress } from '../../api/applications/intake-form.rules.ts'
import type { SearchResult } from '../../api/need-map/need-map.contract.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'
import { errorAt } from './find-errors.ts'
import { useSettled } from './intake-start.tsx'
import type { Parts } from './parts.ts'
import { useWords } from './words.ts'

const OfficeMap = lazy(() => import('../map/office-map.tsx'))
const NO_POINTS: never[] = []

/** Where the household lives: a door of a street, a pin, or a description within a neighbourhood. */
export function AddressFields({ form, change, errors }: Pick<Parts, 'form' | 'change' | 'errors'>) {
  const w = useWords()
  const { address } = form
  const set = (some: Partial<FormAddress>) => change(now => ({ address: { ...now.address, ...some } }))
  const wired = (name: string) => ({
    id: `household.address.${name}`,
    error: errorAt(errors, `household.address.${name}`),
  })
  const ways = (['door', 'pin', 'described'] as const).map(value => ({ value, label: w(`address.${value}`) }))
  return (
    <Section title={w('address.section')}>
      <RadioGroup
        id="household.address"
        label={w('address.way')}
        isInline
        options={ways}
        value={address.way}
        onChange={way => set({ way })}
        error={errorAt(errors, 'household.address')}
      />
      {address.way === 'door' && (
        <>
          <PlaceSearch
            level="street"
            label={w('address.street')}
            chosen={address.street?.name ?? null}
            onChoose={street => set({ street })}
          />
          <div className="intake-row">
            <TextField
              {...wired('doorNo')}
              label={w('address.doorNo')}
              width="short"
              maxLength={20}
              value={address.doorNo}
              onChange={doorNo => set({ doorNo })}
            />
            <TextField
              {...wired('flatNo')}
              label={w('address.flatNo')}
              isOptional
              width="short"
              maxLength={20}
              value={address.flatNo}
              onChange={flatNo => set({ flatNo })}
            />
          </div>
        </>
      )}
      {address.way === 'pin' && (
        <div className="intake-map">
          <Suspense fallback={<Busy />}>
            <OfficeMap label={w('address.map')} points={NO_POINTS} pin={address.pin} onPin={pin => set({ pin })} />
          </Suspense>
        </div>
      )}
      {address.way === 'described' && (
        <PlaceSearch
          level="neighbourhood"
          label={w('address.neighbourhood')}
          id="household.address.neighbourhoodId"
          error={errorAt(errors, 'household.address.neighbourhoodId')}
          chosen={address.street?.name ?? null}
          onChoose={place => set({ neighbourhoodId: place.id, street: place })}
        />
      )}
      {address.way !== 'door' && (
        <TextField
          {...wired('description')}
          label={w('address.description')}
          maxLength={300}
          value={address.description}
          onChange={description => set({ description })}
        />
      )}
    </Section>
  )
}

type SearchProps = Readonly<{
  level: 'street' | 'neighbourhood'
  label: string
  id?: string
  error?: string | undefined
  chosen: string | null
  onChoose: (place: { id: number; name: string }) => void
}>

/** Finds a place of a level by its name; what was chosen stays written. */
function PlaceSearch({ level, label, id, error, chosen, onChoose }: SearchProps) {
  const w = useWords()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useRead<SearchResult>(text.length >= 2 ? `/api/need-map/search?q=${encodeURIComponent(text)}` : null)
  const places = (found.data?.items ?? []).filter(one => one.level === level)
  return (
    <div className="intake-place">
      <TextField
        {...(id ? { id } : {})}
        label={label}
        help={chosen ? w('address.chosen', { name: chosen }) : w('address.streetHelp')}
        error={error}
        value={typed}
        onChange={setTyped}
      />
      <div role="status">
        {found.data && places.length === 0 && <p className="quiet">{w('address.none')}</p>}
        {places.slice(0, 6).map(place => {
          const name = [place.name, place.parentName].filter(Boolean).join(' · ')
          return (
            <button
              key={place.id}
              type="button"
              className="button"
              onClick={() => {
                onChoose({ id: place.id, name })
                setTyped('')
              }}
            >
              {name}
            </button>
          )
        })}
      </div>
    </div>
  )
}
