import { Fragment, type ReactNode } from 'react'
import type { Duplicate, FileBeside, PersonBeside } from '../../api/duplicates/duplicates.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { differences } from './diff.rules.ts'
import { useWords } from './words.ts'

/** The two files as a table of three columns: what, here, there; letters that differ are marked. */
export function Beside({ of: { files, matched } }: Readonly<{ of: Duplicate }>) {
  const w = useWords()
  const { t, format, href } = useOffice()
  const [first, second] = files
  if (!first || !second) return null
  const rows = peopleRows(first, second, matched)
  return (
    <div className="beside-box">
      <table className="beside">
        <caption className="quiet">{w('marked')}</caption>
        <thead>
          <tr>
            <td />
            {files.map(file => (
              <th key={file.householdId} scope="col">
                {w('file', { no: file.fileNo })}
                <a href={href(`file/${file.householdId}`)}>{w('openFile')}</a>
                {file.joinedIntoId !== null && <small className="quiet">{w('joined')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([a, b], i) => (
            <tr key={`${a?.id ?? ''}-${b?.id ?? ''}`}>
              <th scope="row">{i === 0 ? w('people') : <span className="unseen">{w('people')}</span>}</th>
              <PersonCell person={a} other={b} />
              <PersonCell person={b} other={a} />
            </tr>
          ))}
          <Line label={w('address')} values={[first.address, second.address]} />
          <Line label={w('phone')} values={[first.phones.join(', '), second.phones.join(', ')]} />
          <Line
            label={w('application')}
            isPlain
            values={[first, second].map(file => applicationOf(file, { t, day: format.day }))}
          />
          <Line
            label={w('aid')}
            isPlain
            values={files.map(file => (file.aidsInYear > 0 ? w('aidTimes', { n: file.aidsInYear }) : ''))}
          />
          <Line label={w('formed')} isPlain values={files.map(file => format.day(file.formedOn))} />
        </tbody>
      </table>
    </div>
  )
}

type Row = readonly [PersonBeside | undefined, PersonBeside | undefined]

/** People taken for one another in one row, then those without a counterpart. */
function peopleRows(first: FileBeside, second: FileBeside, matched: Duplicate['matched']): Row[] {
  const other = (id: number) => second.people.find(one => one.id === matched.find(pair => pair.a === id)?.b)
  const together = first.people.filter(one => other(one.id)).map((one): Row => [one, other(one.id)])
  const alone = first.people.filter(one => !other(one.id)).map((one): Row => [one, undefined])
  const rest = second.people.filter(one => !matched.some(pair => pair.b === one.id)).map((one): Row => [undefined, one])
  return [...together, ...alone, ...rest]
}

function PersonCell({
  person,
  other,
}: Readonly<{ person: PersonBeside | undefined; other: PersonBeside | undefined }>) {
  const w = useWords()
  const { format } = useOffice()
  if (!person) return <td className="quiet">{w('nobody')}</td>
  const name = (one: PersonBeside) => `${one.givenName} ${one.familyName}`
  return (
    <td>
      <strong>{other ? <Marked of={name(person)} against={name(other)} /> : name(person)}</strong>
      <span>
        {other ? (
          <Marked of={format.day(person.bornOn)} against={format.day(other.bornOn)} />
        ) : (
          format.day(person.bornOn)
        )}
        {person.diedOn !== null && `, ${w('died')}`}
      </span>
      <span className="quiet">{person.nationalId}</span>
    </td>
  )
}

type LineProps = Readonly<{ label: string; values: readonly ReactNode[]; isPlain?: boolean }>

function Line({ label, values, isPlain = false }: LineProps) {
  const w = useWords()
  const [a, b] = values
  const compares = !isPlain && typeof a === 'string' && typeof b === 'string' && a !== '' && b !== ''
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{compares ? <Marked of={a} against={b} /> : a || w('none')}</td>
      <td>{compares ? <Marked of={b} against={a} /> : b || w('none')}</td>
    </tr>
  )
}

function applicationOf(
  { application }: FileBeside,
  say: { t: ReturnType<typeof useOffice>['t']; day: (iso: string) => string },
): string {
  if (!application) return ''
  const key = `status.${application.status}` as Parameters<typeof say.t>[0]
  return `${say.t(key)}, ${say.day(application.receivedOn)}`
}

/** A text with the letters marked that the other has not; a screen reader reads the text whole. */
function Marked({ of, against }: Readonly<{ of: string; against: string }>) {
  const [own] = differences(of, against)
  return (
    <>
      {own.map(({ at, text, isShared }) =>
        isShared ? <Fragment key={at}>{text}</Fragment> : <mark key={at}>{text}</mark>,
      )}
    </>
  )
}
