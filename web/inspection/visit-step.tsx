import { useState } from 'react'
import type { InspectionView, Moved } from '../../api/inspections/inspection.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { DateField } from '../ui/date-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from './words.ts'

export type VisitDraft = Readonly<{ visitedOn: string | null; mode: 'home' | 'telephone'; phoneReason: string }>

/** Day and way of the visit, as at the start and later. */
export function VisitFields({
  draft,
  onChange,
}: Readonly<{ draft: VisitDraft; onChange: (draft: VisitDraft) => void }>) {
  const w = useWords()
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Istanbul' }))
  return (
    <>
      <DateField
        id="visited-on"
        label={w('visitedOn')}
        value={draft.visitedOn}
        max={today}
        onChange={visitedOn => onChange({ ...draft, visitedOn })}
      />
      <RadioGroup
        label={w('mode')}
        options={[
          { value: 'home', label: w('home') },
          { value: 'telephone', label: w('telephone') },
        ]}
        value={draft.mode}
        onChange={mode => onChange({ ...draft, mode })}
      />
      {draft.mode === 'telephone' && (
        <TextField
          id="phone-reason"
          label={w('phoneReason')}
          help={w('phoneReasonHelp')}
          value={draft.phoneReason}
          maxLength={500}
          onChange={phoneReason => onChange({ ...draft, phoneReason })}
        />
      )}
    </>
  )
}

type Place = Readonly<{ atHousehold: boolean | null; accuracyM: number | null }>
type Props = Readonly<{ view: InspectionView; flush: () => Promise<void>; onChanged: () => void }>

/** When and how the visit was made and where the device was; kept at once with its own button. */
export function VisitStep({ view, flush, onChanged }: Props) {
  const w = useWords()
  const { client, language } = useOffice()
  const [draft, setDraft] = useState<VisitDraft>({
    visitedOn: view.visit.visitedOn,
    mode: view.visit.mode,
    phoneReason: view.phoneReason ?? '',
  })
  const [place, setPlace] = useState<Place>({ atHousehold: view.atHousehold, accuracyM: view.accuracyM })
  const save = useDeed(async () => {
    await flush()
    const { version } = await client.read<InspectionView>(`/api/inspections/${view.id}`)
    const body = { version, ...draft, ...place, phoneReason: draft.mode === 'home' ? null : draft.phoneReason }
    await client.write<Moved>(`/api/inspections/${view.id}/visit`, body, { method: 'PUT' })
    onChanged()
  })
  return (
    <div className="form">
      <h2>{w('visit')}</h2>
      <ProblemNotice problem={save.problem} />
      <VisitFields draft={draft} onChange={setDraft} />
      <PlaceFields place={place} onChange={setPlace} />
      <div>
        <button type="button" className="button" disabled={save.isBusy} onClick={() => void save.run()}>
          {language === 'tr' ? 'Kaydet' : 'Save'}
        </button>
      </div>
    </div>
  )
}

/** At the household or elsewhere is for the person to say; the device adds only how exact its place is. */
function PlaceFields({ place, onChange }: Readonly<{ place: Place; onChange: (place: Place) => void }>) {
  const w = useWords()
  const { format } = useOffice()
  const [hasFailed, setFailed] = useState(false)
  const take = () =>
    navigator.geolocation.getCurrentPosition(
      found => onChange({ ...place, accuracyM: Math.round(found.coords.accuracy) }),
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 30_000 },
    )
  return (
    <>
      <RadioGroup
        label={w('place')}
        isInline
        options={[
          { value: 'yes', label: w('atHousehold') },
          { value: 'no', label: w('elsewhere') },
          { value: 'unknown', label: w('placeUnknown') },
        ]}
        value={place.atHousehold === null ? 'unknown' : place.atHousehold ? 'yes' : 'no'}
        onChange={said => onChange({ ...place, atHousehold: said === 'unknown' ? null : said === 'yes' })}
      />
      {place.atHousehold && (
        <div className="actions">
          <button type="button" className="button" onClick={take}>
            {w('takePlace')}
          </button>
          {place.accuracyM !== null && <span>{w('accuracy', { m: format.number(place.accuracyM) })}</span>}
          {hasFailed && <span role="alert">{w('placeFailed')}</span>}
        </div>
      )}
    </>
  )
}
