import { useState } from 'react'
import { AutoSaveState } from '../../ui/auto-save.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { CheckGroup } from '../../ui/check-group.tsx'
import { DateField } from '../../ui/date-field.tsx'
import type { FormError } from '../../ui/error-summary.tsx'
import { FileField, type FileItem } from '../../ui/file-field.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { nationalIdProblem } from '../../ui/national-id.rules.ts'
import { NationalIdField } from '../../ui/national-id-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PhoneField } from '../../ui/phone-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAutoSave } from '../../ui/use-auto-save.ts'

const EMPTY = {
  nationalId: '',
  name: '',
  born: null as string | null,
  income: null as number | null,
  people: null as number | null,
  phone: null as string | null,
  channel: '' as 'point' | 'him' | '',
  applicant: null as 'self' | 'proxy' | null,
  requests: [] as ('food' | 'cash')[],
  note: '',
  isUrgent: false,
}

/** Every field in one form that saves itself; `?save=fails` makes saving fail until the button is pressed. */
export function GalleryForm() {
  const [draft, setDraft] = useState(EMPTY)
  const [errors, setErrors] = useState<FormError[]>([])
  const [files, setFiles] = useState<FileItem[]>([])
  const [isBroken, setBroken] = useState(new URLSearchParams(location.search).get('save') === 'fails')
  const say = useToast()
  const change = (part: Partial<typeof EMPTY>) => setDraft(before => ({ ...before, ...part }))
  const saving = useAutoSave(draft, value => (isBroken ? Promise.reject(new Error('offline')) : keep(value)), {
    delayMs: 200,
  })
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text
  const submit = () => {
    const found = check(draft)
    setErrors(found)
    if (found.length === 0) say('Kaydedildi 14:32')
  }
  return (
    <FormPage
      title="Yeni başvuru"
      lead="Yazdıklarınız kendiliğinden kaydedilir."
      errors={errors}
      onSubmit={submit}
      status={<AutoSaveState of={saving} />}
      actions={
        <>
          <button type="submit" className="button is-main">
            Kaydet
          </button>
          <button type="button" className="button" onClick={() => setBroken(false)}>
            Bağlantıyı onar
          </button>
        </>
      }
    >
      <NationalIdField
        id="national-id"
        label="T.C. kimlik no"
        value={draft.nationalId}
        error={errorOf('national-id')}
        onChange={nationalId => change({ nationalId })}
      />
      <TextField
        id="name"
        label="Adı soyadı"
        help="Kimlikte yazdığı gibi"
        value={draft.name}
        error={errorOf('name')}
        onChange={name => change({ name })}
      />
      <DateField
        id="born"
        label="Doğum tarihi"
        value={draft.born}
        max="2026-11-22"
        error={errorOf('born')}
        onChange={born => change({ born })}
      />
      <div className="form-row">
        <MoneyField id="income" label="Aylık gelir" value={draft.income} onChange={income => change({ income })} />
        <NumberField
          id="people"
          label="Hanedeki kişi"
          unit="kişi"
          min={1}
          max={30}
          value={draft.people}
          onChange={people => change({ people })}
        />
      </div>
      <PhoneField id="phone" label="Telefon" isOptional value={draft.phone} onChange={phone => change({ phone })} />
      <SelectField
        id="channel"
        label="Kanal"
        width="middle"
        options={[
          { value: 'point', label: 'Dayanışma noktası' },
          { value: 'him', label: 'HİM' },
        ]}
        value={draft.channel}
        error={errorOf('channel')}
        onChange={channel => change({ channel })}
      />
      <RadioGroup
        id="applicant"
        label="Kim başvuruyor?"
        options={[
          { value: 'self', label: 'Kendisi', help: 'İmzalı dilekçeyle' },
          { value: 'proxy', label: 'Vekili', help: 'Noter onaylı vekâletle' },
        ]}
        value={draft.applicant}
        error={errorOf('applicant')}
        onChange={applicant => change({ applicant })}
      />
      <CheckGroup
        id="requests"
        label="Talepler"
        isInline
        options={[
          { value: 'food', label: 'Gıda' },
          { value: 'cash', label: 'Nakdî yardım' },
        ]}
        value={draft.requests}
        onChange={requests => change({ requests })}
      />
      <TextArea id="note" label="Not" isOptional limit={200} value={draft.note} onChange={note => change({ note })} />
      <FileField
        id="papers"
        label="Belgeler"
        help="PDF ya da fotoğraf, en çok 1 MB"
        limitMb={1}
        accept="image/*,application/pdf"
        items={files}
        onAdd={added => setFiles(before => [...before, ...added.map(asSent)])}
        onRemove={id => setFiles(before => before.filter(file => file.id !== id))}
      />
      <CheckField id="urgent" label="Acil" value={draft.isUrgent} onChange={isUrgent => change({ isUrgent })} />
    </FormPage>
  )
}

/** Where the test looks for what was saved. */
async function keep(value: typeof EMPTY): Promise<void> {
  sessionStorage.setItem('saved', JSON.stringify(value))
}

const asSent = (file: File): FileItem => ({
  id: `${file.name} ${file.size}`,
  name: file.name,
  part: 0.4,
  isSent: false,
})

function check(draft: typeof EMPTY): FormError[] {
  const missing: FormError[] = []
  if (nationalIdProblem(draft.nationalId))
    missing.push({ field: 'national-id', text: 'Geçerli bir T.C. kimlik no yazın' })
  if (!draft.name) missing.push({ field: 'name', text: 'Adını soyadını yazın' })
  if (!draft.born) missing.push({ field: 'born', text: 'Doğum tarihini yazın' })
  if (!draft.applicant) missing.push({ field: 'applicant', text: 'Kimin başvurduğunu seçin' })
  return missing
}
